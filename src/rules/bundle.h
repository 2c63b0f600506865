// The rule base as one canonical text: what a digest of "the rules" is taken of, and what the log keeps so
// that a decision can be run again.
//
//   { "laws.json": {…}, "lists/…/list.json": {…}, … }
//
// The calendar is a bundle of its own: it changes every year, whatever the rules do.

#pragma once

#include <string>
#include <vector>

#include "base/file.h"
#include "json/node.h"

namespace siqingdan {

struct Bundles {
  std::string rules;
  std::string calendar;
};

// The documents of a rule base whose paths begin with `root`.
Bundles bundle(const std::vector<json::Document>& documents, const std::string& root);

// The same from the files; they must be well-formed JSON.
Bundles bundle(const std::vector<SourceFile>& files, const std::string& root);

// The files of both bundles, below the folder name `root`.
std::vector<SourceFile> files_of(const Bundles& bundles, const std::string& root);

// `lists/x/list.json` for `rules/lists/x/list.json`.
std::string path_in(const std::string& root, const std::string& path);

}  // namespace siqingdan
