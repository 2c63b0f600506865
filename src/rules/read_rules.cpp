#include "rules/read_rules.h"

#include <algorithm>
#include <set>

#include "base/digest.h"
#include "base/suggest.h"
#include "json/parse.h"
#include "json/schema.h"
#include "rules/bundle.h"
#include "rules/read_fact_words.h"
#include "rules/read_list.h"

namespace siqingdan {
namespace {

// Which part of the rule base a path holds, named as its schema is.
std::string kind_of(const std::string& path) {
  const auto begins = [&](const char* folder) { return path.rfind(folder, 0) == 0; };
  if (path == "vocabulary.json") {
    return "vocabulary";
  }
  if (path == "laws.json") {
    return "laws";
  }
  if (begins("words/facts/")) {
    return "fact-words";
  }
  if (begins("words/labelled/")) {
    return "labelled";
  }
  if (begins("words/")) {
    return "descriptions";
  }
  if (begins("offences/")) {
    return "offences";
  }
  if (begins("calendars/")) {
    return "calendar";
  }
  if (begins("lists/")) {
    return path.size() > 10 && path.substr(path.size() - 10) == "/list.json" ? "list" : "item";
  }
  return "";
}

// The folder of `lists/a/b/01.json`, as an id: `a/b`; and of the file itself: `a/b/01`.
std::string folder_id(const std::string& path) {
  const std::string inside = path.substr(6);
  const auto slash = inside.rfind('/');
  return slash == std::string::npos ? "" : inside.substr(0, slash);
}
std::string file_id(const std::string& path) { return path.substr(6, path.size() - 6 - 5); }

class Reader {
 public:
  Reader(const std::string& root, const Schemas& schemas, RuleBase& base)
      : root_(root), schemas_(schemas), base_(base) {}

  void read(const std::vector<SourceFile>& files) {
    parse_all(files);
    RuleSet rules;
    read_foundations(rules);
    // Without a vocabulary or a catalogue every list would be one long consequence of that.
    if (foundations_stand()) {
      read_lists(rules);
      check_replaced();
      read_items(rules);
      base_.fact_words = read_fact_words(of_kind("fact-words"), rules.vocabulary, base_.issues);
      for (const auto* document : of_kind("descriptions")) {
        read_descriptions(*document, rules.catalogue, base_.descriptions, base_.issues);
      }
      for (const auto* document : of_kind("labelled")) {
        read_labelled(*document, rules.vocabulary, rules.catalogue, base_.labelled, base_.issues);
      }
    }
    // A schema speaks only where our own readers, who say it better, found nothing.
    if (!base_.issues.has_errors()) {
      check_schemas(files);
    }
    base_.issues.sort_by_place();
    if (base_.issues.has_errors()) {
      return;
    }
    const Bundles bundles = bundle(documents_, root_);
    rules.digest = digest_of(bundles.rules);
    rules.calendar_digest = digest_of(bundles.calendar);
    base_.rules = std::move(rules);
  }

 private:
  void parse_all(const std::vector<SourceFile>& files) {
    for (const SourceFile& file : files) {
      if (auto document = json::parse(file, base_.issues)) {
        documents_.push_back(std::move(*document));
      } else {
        unreadable_.insert(kind_of(path_in(root_, file.path)));
      }
    }
    std::sort(documents_.begin(), documents_.end(),
              [](const auto& a, const auto& b) { return a.file < b.file; });
    for (const json::Document& document : documents_) {
      const std::string path = path_in(root_, document.file);
      const std::string kind = kind_of(path);
      if (kind.empty()) {
        base_.issues.error("unknown-file", {document.file, 0, 0},
                           say("规则库里没有这样的文件", "no such file belongs in a rule base"),
                           say("见 docs/RULES.md 的目录", "docs/RULES.md shows the folders"));
      }
      by_kind_[kind].push_back(&document);
    }
  }

  void read_foundations(RuleSet& rules) {
    using Part = std::pair<const char*, const char*>;
    for (const auto& [kind, file] : {Part("vocabulary", "vocabulary.json"), Part("laws", "laws.json"),
                                     Part("calendar", "calendars/cn.json")}) {
      if (of_kind(kind).size() > 1) {
        base_.issues.error("two-files", {of_kind(kind).back()->file, 0, 0},
                           say("只能有一个 {}", "there can be only one {}", std::string(file)));
      }
      // A file that is there but is no JSON has been reported already.
      if (by_kind_.count(kind) == 0 && unreadable_.count(kind) == 0) {
        base_.issues.error("missing-file", {root_, 0, 0},
                           say("规则文件夹里没有 {}", "the rules folder has no {}", std::string(file)));
      }
    }
    for (const auto* document : of_kind("vocabulary")) {
      rules.vocabulary = read_vocabulary(*document, base_.issues);
    }
    for (const auto* document : of_kind("laws")) {
      read_laws(*document, rules.catalogue, base_.issues);
    }
    for (const auto* document : of_kind("calendar")) {
      rules.calendar = read_calendar(*document, base_.issues);
    }
    for (const auto* document : of_kind("offences")) {
      read_offences(*document, rules.catalogue, base_.issues);
    }
  }

  const std::vector<const json::Document*>& of_kind(const char* kind) const {
    static const std::vector<const json::Document*> kNone;
    const auto found = by_kind_.find(kind);
    return found == by_kind_.end() ? kNone : found->second;
  }

  bool foundations_stand() const {
    for (const char* kind : {"vocabulary", "laws", "offences"}) {
      if (unreadable_.count(kind) > 0 || (by_kind_.count(kind) == 0 && std::string(kind) != "offences")) {
        return false;
      }
    }
    return true;
  }

  void check_id(const json::Document& document, const std::string& id, const std::string& expected) {
    if (!id.empty() && id != expected) {
      base_.issues.error("bad-id", {document.file, 0, 0},
                         say("id `{}` 应当与路径一致: `{}`", "the id `{}` must be that of the path: `{}`", id,
                             expected));
    }
  }

  void read_lists(RuleSet& rules) {
    for (const auto* document : of_kind("list")) {
      const json::Context context{document->file, base_.issues};
      ListParts parts = read_list(context, document->root, rules.vocabulary, rules.catalogue);
      const std::string folder = folder_id(path_in(root_, document->file));
      check_id(*document, parts.list.id, folder);
      base_.caution_tests.push_back(
          read_caution_tests(parts.list, rules.vocabulary, rules.catalogue, context, parts.caution_tests));
      rules.lists.push_back(parts.list);
      lists_[folder] = {static_cast<std::uint16_t>(rules.lists.size() - 1), document, std::move(parts)};
    }
  }

  // A list takes the place of lists that exist and answer the same question.
  void check_replaced() {
    for (const auto& [folder, entry] : lists_) {
      for (const std::string& id : entry.parts.list.replaces) {
        const auto other = lists_.find(id);
        if (other == lists_.end() || other->second.parts.list.question != entry.parts.list.question) {
          base_.issues.error("unknown-list", {entry.document->file, 0, 0},
                             say("`replaces` 里的 `{}` 不是回答同一问题的清单",
                                 "`{}` in `replaces` is no list that answers the same question", id),
                             suggestion(id, list_ids()));
        }
      }
    }
  }

  std::vector<std::string> list_ids() const {
    std::vector<std::string> ids;
    for (const auto& entry : lists_) {
      ids.push_back(entry.first);
    }
    return ids;
  }

  void read_items(RuleSet& rules) {
    for (const auto* document : of_kind("item")) {
      const std::string path = path_in(root_, document->file);
      const auto list = lists_.find(folder_id(path));
      if (list == lists_.end()) {
        base_.issues.error("no-list", {document->file, 0, 0},
                           say("这个文件夹里没有能用的 list.json", "this folder has no usable list.json"));
        continue;
      }
      const json::Context context{document->file, base_.issues};
      const json::Context list_context{list->second.document->file, base_.issues};
      const json::Node* tests = nullptr;
      Rule rule = read_item(context, document->root, list->second.parts, rules.vocabulary, rules.catalogue,
                            tests);
      rule.list = list->second.index;
      check_id(*document, rule.id, file_id(path));
      // The list's tests are read once for every item: report what is wrong with them only once.
      Issues repeated;
      const json::Context quiet{list_context.file, list->second.tests_read ? repeated : base_.issues};
      base_.tests.push_back(read_tests(rule, rules.vocabulary, rules.catalogue,
                                       {quiet, list->second.parts.tests}, {context, tests}));
      list->second.tests_read = true;
      rules.rules.push_back(std::move(rule));
    }
  }

  void check_schemas(const std::vector<SourceFile>& files) {
    for (const SourceFile& file : files) {
      const auto schema = schemas_.find(kind_of(path_in(root_, file.path)));
      if (schema != schemas_.end()) {
        json::check_schema(schema->second, file, base_.issues);
      }
    }
  }

  struct ListEntry {
    std::uint16_t index = 0;
    const json::Document* document = nullptr;
    ListParts parts;
    bool tests_read = false;
  };

  const std::string& root_;
  const Schemas& schemas_;
  RuleBase& base_;
  std::vector<json::Document> documents_;
  std::map<std::string, std::vector<const json::Document*>> by_kind_;
  std::map<std::string, ListEntry> lists_;
  std::set<std::string> unreadable_;  // kinds of which a file is no JSON
};

}  // namespace

RuleBase read_rules(const std::vector<SourceFile>& files, const std::string& root, const Schemas& schemas) {
  RuleBase base;
  Reader(root, schemas, base).read(files);
  return base;
}

}  // namespace siqingdan
