// Runs transcripts: what a user types, and every byte that comes back.
//
//   golden_runner BINARY FILE.test... [--update]
//
// A transcript is one file: a sentence, the files it needs, then commands with their exact output.
//
//   One missing fact leads to a question, not to a guess.
//
//   -- case.json --
//   { "case": "A-1", "facts": {} }
//   -- run --
//   $ siqingdan check case.json
//   … stdout and stderr, in the order in which they came …
//   [exit 1]                          only when the status is not 0
//
// Each transcript runs by `sh -c` in a folder of its own, with `siqingdan` on the PATH and a clock that
// stands still. Sections are carried out in order, so a file may be written again between two runs. The
// folder is shown as FOLDER and a digest as `sha256:…`, because both change without anything having changed.

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw std::runtime_error("cannot read " + path.string());
  }
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& path, const std::string& text) {
  if (path.has_parent_path()) {
    fs::create_directories(path.parent_path());
  }
  std::ofstream out(path, std::ios::binary);
  out << text;
  if (!out.flush()) {
    throw std::runtime_error("cannot write " + path.string());
  }
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(line);
  }
  return lines;
}

// Every `sha256:` followed by 64 hexadecimal digits becomes `sha256:…`.
std::string without_digests(std::string text) {
  constexpr std::string_view kName = "sha256:";
  constexpr std::size_t kDigits = 64;
  for (auto at = text.find(kName); at != std::string::npos; at = text.find(kName, at)) {
    at += kName.size();
    const std::string_view hex = std::string_view(text).substr(at, kDigits);
    if (hex.size() == kDigits && hex.find_first_not_of("0123456789abcdef") == std::string_view::npos) {
      text.replace(at, kDigits, "…");
    }
  }
  return text;
}

// A folder that is there as long as this object, with a link to the program and an environment to match.
class Folder {
 public:
  explicit Folder(const fs::path& binary) {
    std::string name = (fs::temp_directory_path() / "siqingdan-golden-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
      throw std::runtime_error("cannot make a folder in " + fs::temp_directory_path().string());
    }
    root_ = name;
    fs::create_directories(work());
    fs::create_directories(root_ / "bin");
    fs::create_symlink(binary, root_ / "bin" / "siqingdan");
    fs::current_path(work());
    const char* path = std::getenv("PATH");
    set("PATH", (root_ / "bin").string() + ":" + (path == nullptr ? "/usr/bin:/bin" : path));
    set("HOME", root_.string());
    set("XDG_DATA_HOME", (root_ / "data").string());
    set("LANG", "C.UTF-8");
    set("TZ", "CST-8");
    set("NO_COLOR", "1");
    set("SIQINGDAN_NOW", "2026-11-23T09:30:00+08:00");
    for (const char* name_to_forget : {"LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANGUAGE", "COLUMNS",
                                       "SIQINGDAN_DB", "SIQINGDAN_RULES", "SIQINGDAN_LANG"}) {
      unsetenv(name_to_forget);
    }
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::current_path("/", ignored);
    fs::remove_all(root_, ignored);
  }

  // What the command prints, then how it ended if not well.
  std::string run(const std::string& command) const {
    std::FILE* pipe = popen(("exec 2>&1 </dev/null\n" + command).c_str(), "r");
    if (pipe == nullptr) {
      throw std::runtime_error("cannot run sh");
    }
    std::string output;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
      output += static_cast<char>(c);
    }
    const int status = pclose(pipe);
    if (!output.empty() && output.back() != '\n') {
      output += "\n[no newline at the end]\n";
    }
    if (WIFSIGNALED(status)) {
      output += "[signal " + std::to_string(WTERMSIG(status)) + "]\n";
    } else if (WEXITSTATUS(status) != 0) {
      output += "[exit " + std::to_string(WEXITSTATUS(status)) + "]\n";
    }
    return without_digests(without_root(std::move(output)));
  }

 private:
  fs::path work() const { return root_ / "work"; }

  static void set(const char* name, const std::string& value) { setenv(name, value.c_str(), 1); }

  std::string without_root(std::string text) const {
    const std::string root = root_.string();
    for (auto at = text.find(root); at != std::string::npos; at = text.find(root, at)) {
      text.replace(at, root.size(), "FOLDER");
    }
    return text;
  }

  fs::path root_;
};

// `-- name --` opens a section; empty if the line does not.
std::string section_name(const std::string& line) {
  const bool opens = line.size() > 6 && line.starts_with("-- ") && line.ends_with(" --");
  return opens ? line.substr(3, line.size() - 6) : "";
}

// The transcript as it is when carried out now: all but the output is taken over as it stands.
std::string play(const std::string& transcript, const Folder& folder) {
  std::string played;
  std::string section;
  std::string content;
  const auto finish_file = [&] {
    if (!section.empty() && section != "run") {
      write(section, content);
    }
    content.clear();
  };
  for (const std::string& line : lines_of(transcript)) {
    const std::string opened = section_name(line);
    if (!opened.empty()) {
      finish_file();
      section = opened;
    } else if (section != "run") {
      content += line + "\n";
    } else if (!line.starts_with("$ ")) {
      continue;  // output of another day
    }
    played += line + "\n";
    if (section == "run" && opened.empty()) {
      played += folder.run(line.substr(2));
    }
  }
  return played;
}

void show_difference(const std::string& file, const std::string& expected, const std::string& actual) {
  const std::vector<std::string> left = lines_of(expected);
  const std::vector<std::string> right = lines_of(actual);
  std::size_t at = 0;
  while (at < left.size() && at < right.size() && left[at] == right[at]) {
    ++at;
  }
  const auto line = [&](const std::vector<std::string>& of) { return at < of.size() ? of[at] : "(the end)"; };
  std::cout << "===== expected\n"
            << expected << "===== actual\n"
            << actual << "===== " << file << ":" << at + 1 << ": first difference\n"
            << "- " << line(left) << "\n+ " << line(right) << "\n";
}

// True if the transcript holds, or was rewritten.
bool check(const fs::path& binary, const std::string& file, bool update) {
  const fs::path path = fs::absolute(file);
  const std::string transcript = read(path);
  std::string played;
  const fs::path here = fs::current_path();
  {
    const Folder folder(binary);
    played = play(transcript, folder);
  }
  fs::current_path(here);
  if (played.find("\n$ ") == std::string::npos) {
    std::cout << file << ": runs no command\n";
    return false;
  }
  const std::string expected = without_digests(transcript);
  const std::string actual = without_digests(played);
  if (expected == actual) {
    return true;
  }
  if (update) {
    write(path, played);
    std::cout << "rewrote " << file << "\n";
    return true;
  }
  show_difference(file, expected, actual);
  return false;
}

int run(std::vector<std::string> arguments) {
  const bool update = std::erase(arguments, "--update") > 0;
  if (arguments.size() < 2) {
    std::cerr << "usage: golden_runner BINARY FILE.test... [--update]\n";
    return 2;
  }
  const fs::path binary = fs::canonical(arguments.front());
  const auto failed = std::count_if(arguments.begin() + 1, arguments.end(),
                                    [&](const std::string& file) { return !check(binary, file, update); });
  std::cout << arguments.size() - 1 << " transcripts, " << failed << " failed\n";
  return failed == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& problem) {
    std::cerr << "golden_runner: " << problem.what() << "\n";
    return 3;
  }
}
