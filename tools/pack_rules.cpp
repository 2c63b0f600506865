// Checks the rule base and writes it in the form that is compiled into the program.
//
//   pack_rules RULES_DIR SCHEMAS_DIR OUT_DIR
//
// Run by the build. If a rule file is wrong the build stops here, with the same messages as `rules check`.

#include <filesystem>
#include <fstream>
#include <iostream>

#include "base/failure.h"
#include "match/evidence.h"
#include "match/fact_evidence.h"
#include "rules/archive.h"
#include "rules/image.h"
#include "rules/read_rules.h"

namespace {

using namespace siqingdan;

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  out.close();
  if (!out) {
    throw Failure(say("写不了 `{}`", "cannot write `{}`", path.string()));
  }
}

// `schemas/list.schema.json` → `list`
std::vector<SourceFile> named_schemas(const std::string& folder) {
  std::vector<SourceFile> files = read_json_tree(folder, kRuleFileLimit);
  for (SourceFile& file : files) {
    const std::string name = std::filesystem::path(file.path).filename().string();
    file.path = name.substr(0, name.find('.'));
  }
  return files;
}

int pack(const std::string& rules_dir, const std::string& schemas_dir, const std::filesystem::path& out) {
  const std::vector<SourceFile> schema_files = named_schemas(schemas_dir);
  Schemas schemas;
  for (const SourceFile& file : schema_files) {
    schemas[file.path] = file.text;
  }
  std::vector<SourceFile> files = read_json_tree(rules_dir, kRuleFileLimit);
  const RuleBase base = read_rules(files, rules_dir, schemas);
  for (const Issue& issue : base.issues.all()) {
    std::cerr << to_line(issue, true);
  }
  if (!base.rules) {
    return static_cast<int>(Exit::wrong_file);
  }
  for (SourceFile& file : files) {
    file.path = "rules" + file.path.substr(rules_dir.size());
  }
  write(out / "image.bin", to_image(*base.rules));
  write(out / "speech.bin", to_image(Speech{base.rules->vocabulary, base.fact_words}));
  write(out / "evidence.bin", learn_evidence(base.rules->catalogue, base.descriptions));
  write(out / "fact_evidence.bin",
        learn_fact_evidence(base.labelled, base.rules->vocabulary, base.fact_words));
  write(out / "rules.txt", to_archive(files));
  write(out / "schemas.txt", to_archive(schema_files));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: pack_rules RULES_DIR SCHEMAS_DIR OUT_DIR\n";
    return static_cast<int>(Exit::usage);
  }
  try {
    return pack(argv[1], argv[2], argv[3]);
  } catch (const Failure& failure) {
    std::cerr << failure.message().en << "\n";
    return static_cast<int>(failure.exit());
  }
}
