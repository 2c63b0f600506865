#include "law/statute_texts.h"

#include <algorithm>
#include <filesystem>

#include "base/failure.h"
#include "base/file.h"
#include "base/unicode.h"

namespace siqingdan {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kStatuteLimit = 4u << 20;  // bytes; the longest code has less than one tenth of it

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

// 2021-01-22, 2021-01 or 2025.
bool is_date(std::string_view text) {
  static constexpr std::string_view kShape = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != kShape.size()) {
    return false;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (kShape[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9') {
      return false;
    }
  }
  return true;
}

// The date in brackets at the end of a name, which is cut off; a law's own brackets stay: 规定(试行).
std::string take_date(std::string& name) {
  const auto open = name.rfind('(');
  if (open == std::string::npos || !name.ends_with(')')) {
    return {};
  }
  std::string inside = name.substr(open + 1, name.size() - open - 2);
  if (!is_date(inside)) {
    return {};
  }
  name.resize(open);
  return inside;
}

std::vector<std::string> markdown_below(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> paths;
  auto it = fs::recursive_directory_iterator(folder, error);
  for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (name.starts_with('.')) {
      it.disable_recursion_pending();
    } else if (it->path().extension() == ".md" && name != "README.md" && it->is_regular_file(error)) {
      paths.push_back(it->path().generic_string());
    }
  }
  if (error) {
    throw Failure(say("读不了文件夹 `{}`: {}", "cannot read the folder `{}`: {}", folder, error.message()));
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

std::string plain_name(std::string name) {
  for (const auto* cut : {"中华人民共和国", "《", "》", "〈", "〉", "\u3000", " "}) {
    replace_all(name, cut, "");
  }
  replace_all(name, "（", "(");
  replace_all(name, "）", ")");
  return name;
}

std::string StatuteFile::name() const { return path.substr(path.rfind('/') + 1); }

StatuteTexts StatuteTexts::open(const std::string& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    throw Failure(say("没有法律文本文件夹 `{}`", "there is no folder of statute texts `{}`", folder));
  }
  StatuteTexts texts;
  for (const std::string& path : markdown_below(folder)) {
    std::string name = plain_name(to_nfc(visible(fs::path(path).stem().string())));
    const std::string date = take_date(name);
    texts.files_[name].push_back({path, date});
  }
  if (texts.files_.empty()) {
    throw Failure(say("文件夹 `{}` 里没有法律文本;文件名应当是 法名(YYYY-MM-DD).md",
                      "the folder `{}` holds no statute text; they are named 法名(YYYY-MM-DD).md", folder));
  }
  for (auto& entry : texts.files_) {
    std::stable_sort(entry.second.begin(), entry.second.end(),
                     [](const StatuteFile& a, const StatuteFile& b) { return a.date < b.date; });
  }
  return texts;
}

const std::vector<StatuteFile>& StatuteTexts::files_of(const std::string& key, const Law& law) const {
  static const std::vector<StatuteFile> kNone;
  for (const std::string& name : {key, law.name}) {
    if (const auto found = files_.find(plain_name(name)); found != files_.end()) {
      return found->second;
    }
  }
  return kNone;
}

Issues StatuteTexts::unreadable() const {
  Issues issues;
  for (const auto& [path, read] : read_) {
    if (!read.text) {
      issues.warning("unreadable-text", {path, 0, 0}, read.problem);
    }
  }
  return issues;
}

const StatuteTexts::Read& StatuteTexts::read(const StatuteFile& file) const {
  const auto [entry, first] = read_.try_emplace(file.path);
  Read& result = entry->second;
  if (!first) {
    return result;
  }
  std::error_code error;
  const auto size = fs::file_size(file.path, error);
  if (!error && size > kStatuteLimit) {
    result.problem = say("文本超过 {} KB,没有读", "the text has more than {} KB and was not read",
                         kStatuteLimit >> 10);
    return result;
  }
  const std::string text = read_file(file.path, kStatuteLimit);
  if (const auto bad = first_invalid_utf8(text)) {
    result.problem = say("文本不是 UTF-8(第 {} 个字节),没有读",
                         "the text is not UTF-8 (byte {}) and was not read", *bad + 1);
  } else {
    result.text = read_statute(text);
  }
  return result;
}

}  // namespace siqingdan
