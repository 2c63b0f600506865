// The walls of the house, read from the sources themselves:
//
//   a room includes only rooms that it leans on;
//   an outside package is included only at its door;
//   no law, no clock and no printing in the rooms (the law is in rules/, the clock and the terminal in cli/).
//
// A breach is reported as `file:line: what is wrong`.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Names = std::vector<std::string>;

struct Source {
  std::string path;  // from the project's folder: `src/json/value.h`
  std::string text;
};

// What a room leans on; it may then include all that these lean on, too. The same as in CMakeLists.txt.
const std::map<std::string, Names> kRooms = {
    {"base", {}},
    {"json", {"base"}},
    {"law", {"json"}},
    {"calendar", {"law"}},
    {"facts", {"law"}},
    {"history", {"facts"}},
    {"rules", {"facts", "calendar"}},
    {"decide", {"rules"}},
    {"trial", {"decide"}},
    {"record", {"decide", "history"}},
    {"match", {"rules"}},
    {"report", {"record", "trial", "match"}},
    {"cli", {"report"}},
};

// How the include of an outside package begins, and where (files, or folders with all below) it may stand.
struct Door {
  std::string header;
  Names places;
};

const std::vector<Door> kDoors = {
    {"fmt/", {"src/base/"}},
    {"sodium", {"src/base/signature.cpp"}},
    {"nettle/", {"src/base/digest.cpp"}},
    {"utf8proc.h", {"src/base/unicode.cpp"}},
    {"nlohmann/", {"src/json/value.h", "src/json/value_fwd.h"}},
    {"valijson/", {"src/json/schema.cpp"}},
    {"simdjson.h", {"src/json/quick.cpp"}},
    {"sqlite3.h", {"src/record/sqlite.h", "src/record/sqlite.cpp"}},
    {"opencc", {"src/report/traditional.cpp"}},
    {"zlib.h", {"src/report/zip.cpp"}},
    {"CLI/", {"cli/command.cpp", "cli/usage.cpp"}},
    {"unistd.h", {"src/base/", "src/record/", "cli/"}},
    {"fcntl.h", {"src/base/", "src/record/", "cli/"}},
    {"signal.h", {"cli/"}},
    {"sys/", {"src/base/", "src/record/", "cli/"}},
};

// What must not be written in a room at all, comments apart.
struct Ban {
  std::regex what;
  Names allowed_in;
  std::string because;
};

const std::vector<Ban>& bans() {
  static const std::vector<Ban> bans = {
      {std::regex("第([0-9]|零|〇|一|二|三|四|五|六|七|八|九|十|百|千)+条"),
       {},
       "an article of law; law is written in rules/"},
      {std::regex("〔(19|20)[0-9][0-9]〕"), {}, "the number of a document; law is written in rules/"},
      {std::regex("system_clock::now|(^|[^A-Za-z0-9_.>])time\\(|localtime|gettimeofday|clock_gettime|"
                  "CURRENT_(TIMESTAMP|DATE|TIME)|'now'"),
       {"cli/"},
       "a look at the clock; only cli/ does that, and hands the time in"},
      {std::regex("std::(cout|cerr|clog)|(^|[^A-Za-z0-9_])(printf|puts)\\("),
       {"cli/"},
       "printing; only cli/ does that"},
  };
  return bans;
}

bool stands_in(const std::string& path, const Names& places) {
  return std::any_of(places.begin(), places.end(), [&](const std::string& place) {
    return place.back() == '/' ? path.starts_with(place) : path == place;
  });
}

// `src/json/value.h` → json, `cli/main.cpp` → cli
std::string room_of(const std::string& path) {
  const std::string below = path.starts_with("src/") ? path.substr(4) : path;
  return below.substr(0, below.find('/'));
}

std::set<std::string> all_below(const std::string& room) {
  std::set<std::string> below = {room};
  const auto found = kRooms.find(room);
  if (found != kRooms.end()) {
    for (const std::string& next : found->second) {
      below.merge(all_below(next));
    }
  }
  return below;
}

// The standard library's own headers have neither folder nor ending.
bool is_standard(const std::string& header) { return header.find_first_of("/.") == std::string::npos; }

// Empty if `path` may include the header; else what is wrong.
std::string wrong_outside(const std::string& path, const std::string& header) {
  if (is_standard(header)) {
    return "";
  }
  for (const Door& door : kDoors) {
    if (header.starts_with(door.header)) {
      return stands_in(path, door.places) ? "" : "<" + header + "> comes in only at " + door.places.front();
    }
  }
  return "<" + header + "> has no door; name one in kDoors";
}

std::string wrong_inside(const std::string& path, const std::string& header) {
  if (header.find('/') == std::string::npos) {
    return "";  // a neighbour in the same folder
  }
  const std::string from = room_of(path);
  const std::string to = room_of(header);
  if (kRooms.count(to) == 0) {
    return "\"" + header + "\" is in no room; includes are written from src/";
  }
  return all_below(from).count(to) > 0 ? "" : from + " must not lean on " + to + " (\"" + header + "\")";
}

std::string without_comment(const std::string& line) {
  for (auto at = line.find("//"); at != std::string::npos; at = line.find("//", at + 2)) {
    if (at == 0 || line[at - 1] != ':') {  // not `https://`
      return line.substr(0, at);
    }
  }
  return line;
}

void breaches_of_line(const Source& source, const std::string& line, const std::string& place, Names& out) {
  static const std::regex include("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]");
  const auto add = [&](const std::string& wrong) {
    if (!wrong.empty()) {
      out.push_back(place + ": " + wrong);
    }
  };
  std::smatch found;
  if (std::regex_search(line, found, include)) {
    add(found[1] == "<" ? wrong_outside(source.path, found[2]) : wrong_inside(source.path, found[2]));
    return;
  }
  const std::string code = without_comment(line);
  for (const Ban& ban : bans()) {
    if (!stands_in(source.path, ban.allowed_in) && std::regex_search(code, found, ban.what)) {
      add("`" + found.str() + "` is " + ban.because);
    }
  }
}

Names breaches(const std::vector<Source>& sources) {
  Names out;
  for (const Source& source : sources) {
    if (kRooms.count(room_of(source.path)) == 0) {
      out.push_back(source.path + ": the room is not in kRooms");
      continue;
    }
    std::istringstream in(source.text);
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      breaches_of_line(source, line, source.path + ":" + std::to_string(++number), out);
    }
  }
  return out;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Source> our_sources() {
  const std::filesystem::path project = PROJECT_SOURCE_DIR;
  std::vector<Source> sources;
  for (const char* folder : {"src", "cli"}) {
    for (const auto& file : std::filesystem::recursive_directory_iterator(project / folder)) {
      const std::string ending = file.path().extension().string();
      if (ending == ".h" || ending == ".cpp") {
        sources.push_back({file.path().lexically_relative(project).generic_string(), read(file.path())});
      }
    }
  }
  std::sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return sources;
}

std::string one_per_line(const Names& names) {
  std::string text;
  for (const std::string& name : names) {
    text += "\n  " + name;
  }
  return text;
}

}  // namespace

TEST_CASE("The walls between the rooms stand", "[layers]") {
  const std::vector<Source> sources = our_sources();
  REQUIRE(sources.size() > 50);
  const Names found = breaches(sources);
  INFO("breaches:" << one_per_line(found));
  CHECK(found.empty());
}

TEST_CASE("CMakeLists.txt links the rooms as the walls stand", "[layers]") {
  static const std::regex room("(^|\n)room\\((\\w+)( LEANS_ON ([^)]*))?\\)");
  const std::string text = read(std::filesystem::path(PROJECT_SOURCE_DIR) / "CMakeLists.txt");
  std::map<std::string, Names> linked = {{"cli", kRooms.at("cli")}};
  for (std::sregex_iterator it(text.begin(), text.end(), room); it != std::sregex_iterator(); ++it) {
    Names& leans_on = linked[(*it)[2]];
    std::istringstream words((*it)[4]);
    for (std::string word; words >> word && word != "EXCEPT";) {
      if (kRooms.count(word) > 0) {
        leans_on.push_back(word);
      }
    }
  }
  CHECK(linked == kRooms);
}

TEST_CASE("A planted breach is found and named with its place", "[layers]") {
  struct Planted {
    Source source;
    std::string found;
  };
  const auto [source, found] = GENERATE(values<Planted>({
      {{"src/facts/case.h", "#pragma once\n#include \"rules/rule_set.h\"\n"},
       "src/facts/case.h:2: facts must not lean on rules (\"rules/rule_set.h\")"},
      {{"src/calendar/a.h", "#include \"facts/case.h\"\n"},
       "src/calendar/a.h:1: calendar must not lean on facts (\"facts/case.h\")"},
      {{"src/report/a.cpp", "#include \"cli/main.h\"\n"},
       "src/report/a.cpp:1: report must not lean on cli (\"cli/main.h\")"},
      {{"src/law/a.cpp", "#include \"../rules/rule_set.h\"\n"},
       "src/law/a.cpp:1: \"../rules/rule_set.h\" is in no room; includes are written from src/"},
      {{"src/json/parse.cpp", "#  include <nlohmann/json.hpp>\n"},
       "src/json/parse.cpp:1: <nlohmann/json.hpp> comes in only at src/json/value.h"},
      {{"src/record/log.cpp", "#include <sqlite3.h>\n"},
       "src/record/log.cpp:1: <sqlite3.h> comes in only at src/record/sqlite.h"},
      {{"src/decide/decide.cpp", "#include <fmt/core.h>\n"},
       "src/decide/decide.cpp:1: <fmt/core.h> comes in only at src/base/"},
      {{"src/base/file.cpp", "#include <boost/any.hpp>\n"},
       "src/base/file.cpp:1: <boost/any.hpp> has no door; name one in kDoors"},
      {{"src/attic/a.h", "int x;\n"}, "src/attic/a.h: the room is not in kRooms"},
      {{"src/decide/a.cpp", "x = \"依照第三十三条\";\n"},
       "src/decide/a.cpp:1: `第三十三条` is an article of law; law is written in rules/"},
      {{"cli/a.cpp", "\n\"国市监稽规〔2025〕1号\"\n"},
       "cli/a.cpp:2: `〔2025〕` is the number of a document; law is written in rules/"},
      {{"src/record/a.cpp", "auto t = std::chrono::system_clock::now();\n"},
       "src/record/a.cpp:1: `system_clock::now` is a look at the clock; only cli/ does that, and hands the "
       "time in"},
      {{"src/trial/a.cpp", "std::cout << 1;\n"},
       "src/trial/a.cpp:1: `std::cout` is printing; only cli/ does that"},
  }));
  CHECK(breaches({source}) == Names{found});
}

TEST_CASE("What is allowed is not called a breach", "[layers]") {
  const auto source = GENERATE(values<Source>({
      {"src/rules/a.cpp", "#include \"base/date.h\"\n#include \"calendar/calendar.h\"\n#include <vector>\n"},
      {"src/base/text.h", "#include <fmt/format.h>\n"},
      {"src/record/sqlite.cpp", "#include <sqlite3.h>\n"},
      {"cli/main.cpp", "#include \"command.h\"\n#include \"record/log.h\"\n#include \"options.h\"\n"},
      {"cli/main.cpp", "auto t = std::chrono::system_clock::now(); std::cout << std::time(nullptr);\n"},
      {"src/law/a.h", "// `第二十条第一款第(一)项`\nint x;  // 〔2025〕\n"},
      {"src/law/a.cpp", "return \"第\" + numeral(article) + \"条\";\n"},
      {"src/decide/a.cpp", "run_time(); x.time(); lifetime(1); snprintf(a);\n"},
  }));
  CHECK(breaches({source}).empty());
}
