#include "calendar/calendar.h"
#include "json/object.h"

namespace siqingdan {
namespace {

Calendar::Year weekdays_of(int year) {
  const Date first{std::chrono::year{year} / std::chrono::January / 1};
  const Date last{std::chrono::year{year} / std::chrono::December / 31};
  Calendar::Year result;
  for (Date day = first; day <= last; day += std::chrono::days{1}) {
    const unsigned weekday = std::chrono::weekday{day}.iso_encoding();  // 1 Monday … 7 Sunday
    result.working.push_back(weekday <= 5);
  }
  return result;
}

// The day's place in its year, or an issue if it belongs to another one.
std::optional<std::size_t> day_of_year(const json::Context& context, const json::Node& node, int year) {
  const auto date = json::read_date(context, node);
  if (!date) {
    return std::nullopt;
  }
  if (year_of(*date) != year) {
    context.error("other-year", node, say("{} 不在 {} 年", "{} is not in the year {}", to_text(*date), year));
    return std::nullopt;
  }
  const Date first{std::chrono::year{year} / std::chrono::January / 1};
  return static_cast<std::size_t>((*date - first).count());
}

Calendar::Year read_year(const json::Context& context, const json::Node& node, int year) {
  const std::string name = std::to_string(year);
  json::Object o(context, node, {"{} 年", "the year {}", name});
  Calendar::Year result = weekdays_of(year);
  result.notice = o.text("notice");
  o.optional_text("note");
  for (const json::Node& range : o.array("off")) {
    if (range.kind != json::Node::Kind::array || range.items.size() != 2) {
      context.error("wrong-type", range,
                    say("放假写成 [\"起\", \"止\"]", "days off are written [\"first\", \"last\"]"));
      continue;
    }
    const auto from = day_of_year(context, range.items[0], year);
    const auto to = day_of_year(context, range.items[1], year);
    if (from && to && *to < *from) {
      context.error("empty-period", range, say("止早于起", "the last day is before the first"));
    }
    for (std::size_t day = from.value_or(1); from && to && day <= *to; ++day) {
      result.working[day] = false;
    }
  }
  for (const json::Node& day : o.array("work")) {
    if (const auto index = day_of_year(context, day, year)) {
      if (result.working[*index]) {
        context.error("already-working", day,
                      say("{} 本来就是工作日", "{} is a working day anyway", day.text));
      }
      result.working[*index] = true;
    }
  }
  o.finish();
  return result;
}

}  // namespace

Calendar read_calendar(const json::Document& document, Issues& issues) {
  const json::Context context{document.file, issues};
  json::Object o(context, document.root, {"日历", "a calendar"});
  o.find("$schema");
  o.text("id");
  o.text("title");
  const json::Node* years = o.require("years");
  o.finish();
  Calendar calendar;
  if (years == nullptr) {
    return calendar;
  }
  json::Object all(context, *years, {"`years`", "`years`"});
  for (const auto& [name, node] : years->members) {
    const auto first = parse_date(name + "-01-01");
    if (!first) {
      context.issues.error("bad-date", context.key_place(node),
                           say("`{}` 不是年份", "`{}` is no year", name));
      continue;
    }
    calendar.years()[year_of(*first)] = read_year(context, node, year_of(*first));
  }
  return calendar;
}

}  // namespace siqingdan
