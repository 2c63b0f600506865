// The vectors of the canonical form. A change here changes every digest in every log that was ever written.

#include "json/canonical.h"

#include <catch2/catch.hpp>

#include "base/digest.h"
#include "json/canonical_writer.h"
#include "json/parse.h"
#include "json/value.h"

namespace siqingdan {
namespace {

std::string canonical_of(const std::string& text) {
  Issues issues;
  const auto document = json::parse({"vector.json", text}, issues);
  REQUIRE(document);
  return json::canonical(document->root);
}

struct Vector {
  const char* sentence;
  std::string text;
  std::string canonical;
};

}  // namespace

TEST_CASE("Every canonical form is the one of its vector", "[canonical]") {
  const auto vector = GENERATE(values<Vector>({
      {"nothing between the tokens", " { \"a\" : [ 1 , 2 ] ,\r\n\t\"b\" : null } ",
       R"({"a":[1,2],"b":null})"},
      {"keys by their bytes", R"({"b":1,"a":2,"B":3,"aa":4,"":5,"10":6,"9":7})",
       R"({"":5,"10":6,"9":7,"B":3,"a":2,"aa":4,"b":1})"},
      {"keys beyond ASCII by code point", R"({"中":1,"é":2,"z":3,"𠮷":4,"ﬀ":5})",
       R"({"z":3,"é":2,"中":1,"ﬀ":5,"𠮷":4})"},
      {"nested keys", R"({"b":{"d":1,"c":[{"z":1,"y":2}]},"a":[]})",
       R"({"a":[],"b":{"c":[{"y":2,"z":1}],"d":1}})"},
      {"an array keeps its order", R"([3,1,2,"b","a",{}])", R"([3,1,2,"b","a",{}])"},
      {"text in normal form C", "[\"e\xCC\x81\"]", "[\"\xC3\xA9\"]"},
      {"an escape in normal form C", R"(["e\u0301"])", "[\"\xC3\xA9\"]"},
      {"keys in normal form C", "{\"e\xCC\x81\":1,\"f\":2}", "{\"f\":2,\"\xC3\xA9\":1}"},
      {"Hangul composes", "[\"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB\"]", "[\"\xED\x95\x9C\"]"},
      {"full width stays full width", R"(["ＡＢＣ，（一）"])", R"(["ＡＢＣ，（一）"])"},
      {"Chinese as it is", R"(["\u4e2d\u6587"])", R"(["中文"])"},
      {"a pair of surrogates is one character", R"(["\ud842\udfb7"])", R"(["𠮷"])"},
      {"the short escapes", R"(["\u0022\u005c\u0008\u000c\u000a\u000d\u0009"])", R"(["\"\\\b\f\n\r\t"])"},
      {"other control characters in lower-case hex", R"(["\u0000\u001F\u000b"])",
       R"(["\u0000\u001f\u000b"])"},
      {"no escape that is not needed", R"(["\/\u007f\u0041"])",
       "[\"/\x7F"
       "A\"]"},
      {"integers at the limits", "[9223372036854775807,-9223372036854775808,0,-1]",
       "[9223372036854775807,-9223372036854775808,0,-1]"},
      {"minus zero is zero", "[-0]", "[0]"},
      {"words", "[true,false,null]", "[true,false,null]"},
      {"a bare text", R"("文")", R"("文")"},
      {"empty things", R"({"a":{},"b":[],"c":""})", R"({"a":{},"b":[],"c":""})"},
  }));
  INFO(vector.sentence);
  const std::string canonical = canonical_of(vector.text);
  CHECK(canonical == vector.canonical);
  CHECK(canonical_of(canonical) == canonical);
}

TEST_CASE("A value that was built and one that was read have the same canonical form", "[canonical]") {
  const json::Value built = {{"b", {1, nullptr, true}}, {"a", "e\xCC\x81"}, {"c", {{"z", INT64_MIN}}}};
  CHECK(json::canonical(built) == canonical_of(json::pretty(built)));
  CHECK(json::canonical(built) == canonical_of(json::compact(built)));
}

TEST_CASE("A float has no canonical form", "[canonical]") {
  CHECK_THROWS_AS(json::canonical(json::Value{{"a", 1.5}}), std::logic_error);
}

// printf '%s' TEXT | sha256sum
TEST_CASE("The digest is the SHA-256 of the bytes", "[canonical]") {
  CHECK(digest_of("") == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(digest_of(canonical_of(" { } ")) ==
        "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  CHECK(digest_of(canonical_of(R"({"b":[true,null,"\u4e2d"], "a":1})")) ==
        "sha256:f2a477842f86d520f2620d037c462623e5c6151ddc28e88a463921f9778a3801");
}

TEST_CASE("Two keys that are one in normal form C are a duplicate", "[canonical]") {
  // Else one canonical text holds a key twice, and which value comes first depends on the order of writing.
  Issues issues;
  CHECK_FALSE(json::parse({"a.json", "{\"\xC3\xA9\":1,\"e\xCC\x81\":2}"}, issues));
}

TEST_CASE("Written piece by piece it is the same text", "[canonical]") {
  json::CanonicalWriter out;
  out.begin_object();
  out.key("a").begin_array().integer(-1).text("é\"\n").begin_array().end_array().null().end_array();
  out.key("b").begin_object().key("x").boolean(true).key("y").boolean(false).end_object();
  out.key("c").text("改正");
  out.end_object();
  const json::Value same = {{"c", "改正"},
                            {"b", {{"y", false}, {"x", true}}},
                            {"a", {-1, "é\"\n", json::Value::array(), nullptr}}};
  CHECK(out.take() == json::canonical(same));
}

TEST_CASE("Keys out of order are refused where they are written", "[canonical]") {
  json::CanonicalWriter out;
  out.begin_object().key("b").integer(1);
  CHECK_THROWS_AS(out.key("a"), std::logic_error);
  CHECK_THROWS_AS(out.key("b"), std::logic_error);
}

}  // namespace siqingdan
