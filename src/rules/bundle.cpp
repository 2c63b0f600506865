#include "rules/bundle.h"

#include "base/failure.h"
#include "json/canonical.h"
#include "json/parse.h"
#include "json/value.h"

namespace siqingdan {

std::string path_in(const std::string& root, const std::string& path) {
  std::string rest = path.rfind(root, 0) == 0 ? path.substr(root.size()) : path;
  rest.erase(0, rest.find_first_not_of('/'));
  return rest;
}

Bundles bundle(const std::vector<json::Document>& documents, const std::string& root) {
  json::Value rules = json::Value::object();
  json::Value calendar = json::Value::object();
  for (const json::Document& document : documents) {
    const std::string path = path_in(root, document.file);
    if (path.rfind("words/", 0) == 0) {
      continue;
    }
    json::Value& target = path.rfind("calendars/", 0) == 0 ? calendar : rules;
    target[path] = json::to_value(document.root);
  }
  return {json::canonical(rules), json::canonical(calendar)};
}

Bundles bundle(const std::vector<SourceFile>& files, const std::string& root) {
  std::vector<json::Document> documents;
  for (const SourceFile& file : files) {
    Issues issues;
    auto document = json::parse(file, issues);
    if (!document) {
      bug("a bundle of what is not JSON: " + file.path);
    }
    documents.push_back(std::move(*document));
  }
  return bundle(documents, root);
}

std::vector<SourceFile> files_of(const Bundles& bundles, const std::string& root) {
  std::vector<SourceFile> files;
  for (const std::string* text : {&bundles.rules, &bundles.calendar}) {
    const auto all = json::Value::parse(*text, nullptr, false);
    if (!all.is_object()) {
      throw Failure(say("留存的规则读不出来", "the kept rules cannot be read"), Exit::tampered);
    }
    for (const auto& [path, value] : all.items()) {
      files.push_back({fmt::format("{}/{}", root, path), json::compact(value)});
    }
  }
  return files;
}

}  // namespace siqingdan
