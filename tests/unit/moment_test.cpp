#include "base/moment.h"

#include <catch2/catch.hpp>

namespace siqingdan {

TEST_CASE("A moment of the log in universal time", "[moment]") {
  struct Row {
    const char* text;
    const char* utc;
  };
  const auto row = GENERATE(values<Row>({{"2026-11-23T09:30:00+08:00", "20261123T013000Z"},
                                         {"2026-11-23T07:59:59+08:00", "20261122T235959Z"},
                                         {"2026-12-31T23:30:00-01:30", "20270101T010000Z"},
                                         {"2024-02-29T00:00:00+00:00", "20240229T000000Z"}}));
  CAPTURE(row.text);
  const auto moment = parse_moment(row.text);
  REQUIRE(moment);
  CHECK(to_utc_text(*moment) == row.utc);
}

TEST_CASE("What is not exactly a moment is none", "[moment]") {
  const auto text = GENERATE(values<const char*>(
      {"", "2026-11-23", "2026-11-23T09:30:00", "2026-11-23T09:30:00Z", "2026-11-23T09:30:00+0800",
       "2026-11-23 09:30:00+08:00", "2026-11-23T24:00:00+08:00", "2026-11-23T09:60:00+08:00",
       "2026-11-23T09:30:60+08:00", "2026-02-30T09:30:00+08:00", "2026-11-23T09:30:00+24:00",
       "2026-11-23T9:030:00+08:00", "2026-11-23T09:30:00+08:00 "}));
  CAPTURE(text);
  CHECK_FALSE(parse_moment(text));
}

}  // namespace siqingdan
