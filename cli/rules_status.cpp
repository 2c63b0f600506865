// siqingdan rules status: for the legal section, what is encoded, how surely, and what is left to confirm.

#include "json/canonical.h"

#include "json/value.h"
#include "report/table.h"
#include "rules_commands.h"
#include "trial/status.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

struct Options {
  WindowOptions window;
  std::string format = "text";
};

int count(const ListStatus& status, Standing standing) {
  return status.items[static_cast<std::size_t>(standing)];
}

// Nothing where the published count is not known.
std::optional<std::int64_t> missing(const ListStatus& status) {
  const std::int64_t published = status.list->published_count;
  return published == 0 ? std::nullopt : std::optional(published - status.encoded());
}

json::Value written(const ListStatus& status) {
  const List& list = *status.list;
  const auto gap = missing(status);
  json::Value until = list.until ? json::Value(to_text(*list.until)) : json::Value(nullptr);
  return {{"list", list.id},
          {"title", list.title},
          {"question", name_of(list.question)},
          {"kind", list.statute ? "statute" : "list"},
          {"standing", name_of(list.standing)},
          {"from", to_text(list.from)},
          {"until", std::move(until)},
          {"in_force", status.in_force},
          {"published", gap ? json::Value(list.published_count) : json::Value(nullptr)},
          {"encoded", status.encoded()},
          {"missing", gap ? json::Value(*gap) : json::Value(nullptr)},
          {"by_standing",
           {{"confirmed", count(status, Standing::confirmed)},
            {"official", count(status, Standing::official)},
            {"reported", count(status, Standing::reported)},
            {"drafted", count(status, Standing::drafted)}}},
          {"tests", status.tests},
          {"failed", status.failures},
          {"leaves", status.leaves},
          {"leaves_covered", status.leaves_seen},
          {"open", status.doubts},
          {"laws_changing", status.changing}};
}

void add_row(const Context& context, const ListStatus& status, Table& table) {
  const List& list = *status.list;
  const auto gap = missing(status);
  const std::string published = gap            ? std::to_string(list.published_count)
                                : list.statute ? ""
                                               : in(context, {"不详", "unknown"});
  std::string changing;
  for (const std::string& law : status.changing) {
    changing += (changing.empty() ? "" : context.english() ? ", " : "、") + law;
  }
  table.add(
      {(status.in_force ? "" : "* ") + list.id, published, std::to_string(status.encoded()),
       std::to_string(count(status, Standing::confirmed)), std::to_string(count(status, Standing::official)),
       std::to_string(count(status, Standing::reported)), std::to_string(count(status, Standing::drafted)),
       std::to_string(status.tests) + (status.failures > 0 ? " ✗" + std::to_string(status.failures) : ""),
       std::to_string(status.leaves_seen) + "/" + std::to_string(status.leaves),
       std::to_string(status.doubts), changing});
}

void print_table(const Context& context, const std::vector<ListStatus>& all, const Window& window) {
  Table table = context.english() ? Table({"list", "published", "encoded", "confirmed", "official",
                                           "reported", "drafted", "tests", "leaves", "open", "laws changing"})
                                  : Table({"清单", "公布", "已编", "已核对", "官方", "报道", "草拟", "测试",
                                           "条件", "存疑", "将变的法律"});
  int items = 0;
  int confirmed = 0;
  int drafted = 0;
  for (const ListStatus& status : all) {
    add_row(context, status, table);
    items += status.encoded();
    confirmed += count(status, Standing::confirmed);
    drafted += count(status, Standing::drafted);
  }
  context.out(table.text());
  context.out(
      in(context,
         say("清单 {},条目 {},其中已核对 {},草拟 {}。* 在 {} 没有生效;条件一栏是测全的/全部;"
             "将变的法律看往后 {} 天。\n",
             "{} lists, {} items, {} of them confirmed, {} drafted. * not in force on {}; leaves: fully "
             "covered/all; laws changing within {} days.\n",
             all.size(), items, confirmed, drafted, to_text(window.on), window.ahead)));
}

Exit status(const Context& context, const Options& options) {
  const RuleBase base = sound_base(context);
  const Window window{day_of(options.window.on), options.window.ahead};
  const auto cited = citations_of(context.rule_files(), context.rules_root(), *base.rules);
  const std::vector<ListStatus> all = status_of(base, run_tests(base), cited, window);
  if (options.format == "json") {
    json::Value lists = json::Value::array();
    for (const ListStatus& one : all) {
      lists.push_back(written(one));
    }
    context.raw(json::pretty({{"on", to_text(window.on)}, {"ahead_days", window.ahead}, {"lists", lists}}) +
                "\n");
  } else {
    print_table(context, all, window);
  }
  return Exit::done;
}

}  // namespace

void add_rules_status(Command rules, Context& context, Exit& result) {
  auto options = std::make_shared<Options>();
  Command command = rules.add_subcommand(
      "status", in(context, {"每份清单编了多少、可靠到什么程度、还有什么要核对",
                             "of each list: how much is encoded, how surely, what is left to confirm"}));
  add_window(command, context, options->window);
  restrict_to(command.add_option("--format", options->format, in(context, {"输出格式", "format"})),
              {"text", "json"});
  command.callback([&context, &result, options] { result = status(context, *options); });
}

}  // namespace siqingdan::cli
