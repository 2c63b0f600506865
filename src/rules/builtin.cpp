// The bytes come from src/rules/builtin.S, which includes what tools/pack_rules.cpp made.

#include "rules/builtin.h"

#include "rules/archive.h"
#include "rules/image.h"

extern "C" {
extern const char siqingdan_image_begin[];
extern const char siqingdan_image_end[];
extern const char siqingdan_speech_begin[];
extern const char siqingdan_speech_end[];
extern const char siqingdan_evidence_begin[];
extern const char siqingdan_evidence_end[];
extern const char siqingdan_fact_evidence_begin[];
extern const char siqingdan_fact_evidence_end[];
extern const char siqingdan_rules_begin[];
extern const char siqingdan_rules_end[];
extern const char siqingdan_schemas_begin[];
extern const char siqingdan_schemas_end[];
}

namespace siqingdan {
namespace {

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

RuleSet builtin_rules() { return from_image(between(siqingdan_image_begin, siqingdan_image_end)); }

Speech builtin_speech() { return speech_from_image(between(siqingdan_speech_begin, siqingdan_speech_end)); }

std::string_view builtin_evidence() { return between(siqingdan_evidence_begin, siqingdan_evidence_end); }

std::string_view builtin_fact_evidence() {
  return between(siqingdan_fact_evidence_begin, siqingdan_fact_evidence_end);
}

std::vector<SourceFile> builtin_files() {
  return from_archive(between(siqingdan_rules_begin, siqingdan_rules_end));
}

Schemas builtin_schemas() {
  Schemas schemas;
  for (SourceFile& file : from_archive(between(siqingdan_schemas_begin, siqingdan_schemas_end))) {
    schemas[file.path] = std::move(file.text);
  }
  return schemas;
}

}  // namespace siqingdan
