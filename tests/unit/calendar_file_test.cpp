// The bytes of calendar files. What an independent program reads in them is in tests/read_back.py.

#include "report/calendar_file.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "base/unicode.h"

namespace siqingdan {
namespace {

Date day(const char* text) { return *parse_date(text); }

Reminder reminder(Reminder::State state, std::optional<Date> due) {
  return {"17@log",
          "复查:松江某便利店",
          "责令改正已满期限",
          state,
          due,
          *parse_moment("2026-11-23T09:30:00+08:00"),
          2,
          "复查",
          {1, 0}};
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += line + "\r\n";
  }
  return text;
}

// As RFC 5545 has it read: folds undone, then escapes.
std::string unfolded(std::string text) {
  for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) {
    text.erase(at, 3);
  }
  return text;
}

std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
      out += text[i] == 'n' ? '\n' : text[i];
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace

TEST_CASE("An open reminder is a to-do and an event with alarms", "[calendar_file]") {
  CHECK(calendar_file("四清单", {reminder(Reminder::State::open, day("2026-12-31"))}) ==
        joined({"BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Siqingdan//siqingdan//ZH",
                "CALSCALE:GREGORIAN",
                "X-WR-CALNAME:四清单",
                "BEGIN:VTODO",
                "UID:todo-17@log",
                "DTSTAMP:20261123T013000Z",
                "LAST-MODIFIED:20261123T013000Z",
                "SEQUENCE:2",
                "SUMMARY:复查:松江某便利店",
                "DESCRIPTION:责令改正已满期限",
                "CATEGORIES:复查",
                "DUE;VALUE=DATE:20261231",
                "STATUS:NEEDS-ACTION",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "DESCRIPTION:复查:松江某便利店",
                "TRIGGER;RELATED=END:-PT15H",
                "END:VALARM",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "DESCRIPTION:复查:松江某便利店",
                "TRIGGER;RELATED=END:PT9H",
                "END:VALARM",
                "END:VTODO",
                "BEGIN:VEVENT",
                "UID:day-17@log",
                "DTSTAMP:20261123T013000Z",
                "LAST-MODIFIED:20261123T013000Z",
                "SEQUENCE:2",
                "SUMMARY:复查:松江某便利店",
                "DESCRIPTION:责令改正已满期限",
                "CATEGORIES:复查",
                "DTSTART;VALUE=DATE:20261231",
                "DTEND;VALUE=DATE:20270101",
                "TRANSP:TRANSPARENT",
                "STATUS:CONFIRMED",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "DESCRIPTION:复查:松江某便利店",
                "TRIGGER:-PT15H",
                "END:VALARM",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "DESCRIPTION:复查:松江某便利店",
                "TRIGGER:PT9H",
                "END:VALARM",
                "END:VEVENT",
                "END:VCALENDAR"}));
}

TEST_CASE("What is done is completed, its event cancelled, its alarms gone", "[calendar_file]") {
  const std::string file = calendar_file("", {reminder(Reminder::State::done, day("2026-12-31"))});
  CHECK(file.find("\r\nDUE;VALUE=DATE:20261231\r\nSTATUS:COMPLETED\r\nCOMPLETED:20261123T013000Z\r\n"
                  "PERCENT-COMPLETE:100\r\nEND:VTODO\r\n") != std::string::npos);
  CHECK(file.find("\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n") != std::string::npos);
  CHECK(file.find("VALARM") == std::string::npos);
  CHECK(file.find("X-WR-CALNAME") == std::string::npos);
}

TEST_CASE("What waits has no day, no event and no alarm", "[calendar_file]") {
  const std::string file = calendar_file("x", {reminder(Reminder::State::waiting, std::nullopt)});
  CHECK(file.find("\r\nCATEGORIES:复查\r\nSTATUS:NEEDS-ACTION\r\nEND:VTODO\r\nEND:VCALENDAR\r\n") !=
        std::string::npos);
  CHECK(file.find("DUE") == std::string::npos);
}

TEST_CASE("What is overdue comes first", "[calendar_file]") {
  const std::string file = calendar_file("x", {reminder(Reminder::State::overdue, day("2026-11-01"))});
  CHECK(file.find("\r\nDUE;VALUE=DATE:20261101\r\nPRIORITY:1\r\nSTATUS:NEEDS-ACTION\r\n") !=
        std::string::npos);
}

TEST_CASE("A reminder that cannot be is our mistake", "[calendar_file]") {
  Reminder wrong = reminder(Reminder::State::open, std::nullopt);
  CHECK_THROWS_AS(calendar_file("x", {wrong}), std::logic_error);
  wrong = reminder(Reminder::State::waiting, day("2026-12-31"));
  CHECK_THROWS_AS(calendar_file("x", {wrong}), std::logic_error);
  wrong = reminder(Reminder::State::open, day("2026-12-31"));
  wrong.alarm_days = {-1};
  CHECK_THROWS_AS(calendar_file("x", {wrong}), std::logic_error);
}

TEST_CASE("Lines are folded at 75 bytes, never within a character", "[calendar_file]") {
  const std::string a(75, 'a');
  CHECK(folded_line("") == "\r\n");
  CHECK(folded_line(a) == a + "\r\n");
  CHECK(folded_line(a + "b") == a + "\r\n b\r\n");
  CHECK(folded_line(a + std::string(74, 'b') + "c") == a + "\r\n " + std::string(74, 'b') + "\r\n c\r\n");
  CHECK(folded_line(std::string(74, 'a') + "中") == std::string(74, 'a') + "\r\n 中\r\n");
  CHECK(folded_line(std::string(72, 'a') + "中") == std::string(72, 'a') + "中\r\n");
}

TEST_CASE("Text is escaped", "[calendar_file]") {
  CHECK(calendar_text("a\\b;c,d\ne\r\nf:\"g\"") == "a\\\\b\\;c\\,d\\ne\\nf:\"g\"");
  CHECK(calendar_text("x\x1B\r\u202E\nEND:VEVENT") == "x\\\\u001b\\\\u000d\\\\u202e\\nEND:VEVENT");
}

TEST_CASE("Whatever the text, unfolding and unescaping give it back", "[calendar_file][property]") {
  const std::u32string letters = U"复查松江某便利店,;:\\\n\"na b=\t\U0001F600\U0002B5AFé";
  rc::check([&] {
    const auto places = *rc::gen::resize(400, rc::gen::container<std::vector<int>>(
                                                  rc::gen::inRange(0, static_cast<int>(letters.size()))));
    std::u32string points;
    for (const int place : places) {
      points += letters[static_cast<std::size_t>(place)];
    }
    const std::string text = to_utf8(points);
    const std::string line = folded_line("SUMMARY:" + calendar_text(text));
    for (std::size_t from = 0, end = 0; from < line.size(); from = end + 2) {
      end = line.find("\r\n", from);
      RC_ASSERT(end - from <= 75u);
      RC_ASSERT(!first_invalid_utf8(line.substr(from, end - from)));
    }
    RC_ASSERT(unescaped(unfolded(line)) == "SUMMARY:" + text + "\r\n");
  });
}

}  // namespace siqingdan
