#include "json/schema.h"

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "base/failure.h"

namespace siqingdan::json {

void check_schema(const std::string& schema_text, const SourceFile& source, Issues& issues) {
  using Adapter = valijson::adapters::NlohmannJsonAdapter;
  const auto schema_json = nlohmann::json::parse(schema_text, nullptr, false);
  const auto value = nlohmann::json::parse(source.text, nullptr, false);
  if (schema_json.is_discarded() || value.is_discarded()) {
    bug("a schema check of what is not JSON");
  }
  valijson::Schema schema;
  try {
    valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(schema_json), schema);
  } catch (const std::runtime_error& problem) {
    bug(std::string("unusable schema: ") + problem.what());
  }
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(schema, Adapter(value), &results)) {
    return;
  }
  valijson::ValidationResults::Error error;
  results.popError(error);
  std::string path;
  for (const std::string& step : error.context) {
    path += step;
  }
  issues.error("schema", {source.path, 0, 0},
               say("不合乎格式: {} {}", "does not fit its schema: {} {}", path, error.description));
}

}  // namespace siqingdan::json
