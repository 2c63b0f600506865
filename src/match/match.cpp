#include "match/match.h"

#include "base/failure.h"
#include "base/unicode.h"
#include "json/value.h"

namespace siqingdan {
namespace {

json::Value to_json(const std::vector<Span>& spans) {
  json::Value array = json::Value::array();
  for (const Span& span : spans) {
    array.push_back(json::Value::array({span.from, span.to}));
  }
  return array;
}

}  // namespace

void check_words(std::string_view words, const std::string& name) {
  if (const auto wrong = first_invalid_utf8(words)) {
    throw Failure(say("{0}: 第 {1} 个字节起不是 UTF-8 文字,用 UTF-8 编码另存一次",
                      "{0}: not UTF-8 text from byte {1} on; save it in UTF-8", name, *wrong + 1),
                  Exit::wrong_file);
  }
  if (words.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    throw Failure(say("没有文字:写出发生了什么", "no words: say what happened"), Exit::usage);
  }
}

json::Value to_json(const Ranking& ranking, json::Value facts) {
  json::Value offences = json::Value::array();
  if (ranking.verdict != Verdict::none) {
    for (const OffenceMatch& match : ranking.offences) {
      offences.push_back({{"id", match.offence.id},
                          {"title", match.offence.title},
                          {"domain", match.offence.domain},
                          {"score", match.score},
                          {"spans", to_json(match.spans)}});
    }
  }
  return {{"verdict", name_of(ranking.verdict)}, {"offences", offences}, {"facts", std::move(facts)}};
}

}  // namespace siqingdan
