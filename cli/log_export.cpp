// siqingdan log export: decisions as a table, for spreadsheets and other programs.

#include <filesystem>

#include "base/file.h"
#include "base/new_file.h"
#include "base/unicode.h"
#include "filter_options.h"
#include "log_commands.h"
#include "output_file.h"
#include "progress.h"
#include "record/select.h"
#include "report/decision_sheet.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

constexpr std::size_t kKeyLimit = 4096;   // bytes of a key file
constexpr std::size_t kShortestKey = 16;  // bytes: what can be tried out hides nobody

struct Options {
  FilterOptions filter;
  std::string to;
  std::string format;
  bool force = false;
  bool redact = false;
  bool redact_officers = false;
  std::string key_file;
};

SheetForm form_of(const Options& options) {
  const std::string ending = std::filesystem::path(options.to).extension().string();
  const std::string form = !options.format.empty() ? options.format
                           : options.to.empty()    ? "csv"
                           : ending.empty()        ? ""
                                                   : ending.substr(1);
  if (form == "csv" || form == "jsonl") {
    return form == "csv" ? SheetForm::csv : SheetForm::json_lines;
  }
  if (form != "xlsx") {
    throw Failure(say("从 `{}` 看不出格式;文件名以 .csv、.jsonl 或者 .xlsx 结尾,或者写 --format",
                      "`{}` does not tell the format: let it end in .csv, .jsonl or .xlsx, or use --format",
                      options.to),
                  Exit::usage);
  }
  if (options.to.empty()) {
    throw Failure(say("xlsx 要写进文件: --to FILE.xlsx", "xlsx goes into a file: --to FILE.xlsx"),
                  Exit::usage);
  }
  return SheetForm::xlsx;
}

std::optional<Redaction> redaction_of(const Options& options) {
  if (!options.redact) {
    if (!options.key_file.empty() || options.redact_officers) {
      throw Failure(say("--key-file 和 --redact-officers 要和 --redact 一起用",
                        "--key-file and --redact-officers go with --redact"),
                    Exit::usage);
    }
    return std::nullopt;
  }
  if (options.key_file.empty()) {
    throw Failure(
        say("--redact 需要密钥: --key-file FILE;可以这样做一个: head -c 32 /dev/urandom | base64 > FILE",
            "--redact needs a key: --key-file FILE; make one with: head -c 32 /dev/urandom | base64 > "
            "FILE"),
        Exit::usage);
  }
  std::string key = read_file(options.key_file, kKeyLimit);
  key.erase(key.find_last_not_of("\r\n") + 1);
  if (key.size() < kShortestKey) {
    throw Failure(say("密钥文件 `{0}` 里只有 {1} 个字节,至少要 {2} 个: 短的能被试出来",
                      "the key in `{0}` has {1} bytes and needs {2}: a short one can be guessed",
                      options.key_file, key.size(), kShortestKey),
                  Exit::wrong_file);
  }
  return Redaction{std::move(key), options.redact_officers};
}

std::int64_t write(const Context& context, const Log& log, const Filter& filter, SheetForm form,
                   const std::optional<Redaction>& redaction, const Sink& sink) {
  const DecisionSheet decisions(outcomes(log), follow_ups(log), redaction);
  const auto out = sheet_writer(form, decisions.sheet(), context.style().language, sink);
  const Progress show = progress(context);
  const std::int64_t all = show ? count_rows(log, filter) : 0;
  std::int64_t done = 0;
  each_row(log, filter, 0, [&](const DecisionRow& row) {
    out->row(decisions.cells(row));
    if (++done; show) {
      show(done, all);
    }
  });
  out->finish();
  return done;
}

void export_decisions(const Context& context, const Options& options) {
  const SheetForm form = form_of(options);
  const std::optional<Redaction> redaction = redaction_of(options);
  if (!options.to.empty()) {
    check_output_file(context, options.to, options.force, {options.key_file});
  }
  const Log log = Log::open(context.database(), Log::Mode::read);
  const Filter filter = filter_of(context, options.filter, log);
  if (options.to.empty()) {
    write(context, log, filter, form, redaction,
          [&](std::string_view bytes) { context.raw(std::string(bytes)); });
    return;
  }
  NewFile file(options.to);
  const std::int64_t rows = write(context, log, filter, form, redaction,
                                  [&](std::string_view bytes) { file.write(bytes); });
  file.keep();
  context.err(in(context, say("已导出 {0} 件到 `{1}`\n", "{0} decision(s) written to `{1}`\n", rows,
                              visible(options.to))));
}

}  // namespace

void add_log_export(Command log, Context& context, Exit& /*result*/) {
  auto options = std::make_shared<Options>();
  Command command = log.add_subcommand("export", in(context, {"导出决定: CSV、JSON Lines、XLSX",
                                                              "export decisions: CSV, JSON Lines, XLSX"}));
  add_filter(command, context, options->filter);
  command
      .add_option("--to", options->to,
                  in(context, {"写进这个文件(不写:标准输出)", "into this file (standard output)"}))
      .type_name("FILE");
  restrict_to(command.add_option("--format", options->format,
                                 in(context, {"格式(默认看文件名)", "format (by the name of the file)"})),
              {"csv", "jsonl", "xlsx"});
  command.add_flag("--force", options->force, in(context, {"覆盖已有的文件", "replace the file"}));
  command.add_flag("--redact", options->redact,
                   in(context,
                      {"当事人和案号换成化名,自由填写的文字略去",
                       "parties and case numbers under pseudonyms, without what people wrote freely"}));
  command.add_flag("--redact-officers", options->redact_officers,
                   in(context, {"经办人也换成化名", "officers too"}));
  command
      .add_option("--key-file", options->key_file,
                  in(context, {"化名的密钥: 密钥相同,化名相同",
                               "key of the pseudonyms: the same key gives the same ones"}))
      .type_name("FILE");
  command.callback([&context, options] { export_decisions(context, *options); });
}

}  // namespace siqingdan::cli
