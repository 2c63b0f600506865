#include "report/rows_json.h"

#include "json/value.h"

namespace siqingdan {
namespace {

std::string quoted(const std::string& text) { return json::compact(text); }

std::string text_or_null(const std::string& text) { return text.empty() ? "null" : quoted(text); }

std::string number_or_null(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : "null";
}

}  // namespace

void add_json(const DecisionRow& row, std::string& out) {
  std::string answers;
  std::string drafted;
  for (std::size_t i = 0; i < kQuestions.size(); ++i) {
    const char* question = name_of(kQuestions[i]);
    answers += fmt::format("{}\n      \"{}\": {}", i == 0 ? "" : ",", question,
                           quoted(row.answers[i].answer));
    if (row.answers[i].standing == name_of(Standing::drafted)) {
      drafted += fmt::format("{}\n      \"{}\"", drafted.empty() ? "" : ",", question);
    }
  }
  out += fmt::format(
      "  {{\n    \"id\": {},\n    \"case\": {},\n    \"on\": {},\n    \"offence\": {},\n    \"officer\": "
      "{},\n"
      "    \"recorded_at\": {},\n    \"party\": {},\n    \"party_name\": {},\n    \"replaces\": {},\n"
      "    \"replaced_by\": {},\n    \"answers\": {{{}\n    }},\n    \"drafted\": [{}]\n  }}",
      row.id, quoted(row.case_id), quoted(row.on), text_or_null(row.offence), quoted(row.officer),
      quoted(row.at), text_or_null(row.party), text_or_null(row.party_name), number_or_null(row.replaces),
      number_or_null(row.replaced_by), answers, drafted.empty() ? "" : drafted + "\n    ");
}

}  // namespace siqingdan
