#include "base/new_file.h"

#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/failure.h"

namespace siqingdan {
namespace {
namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "new-file-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }

  std::string at(const char* name) const { return (path_ / name).string(); }
  auto count() const { return std::distance(fs::directory_iterator(path_), fs::directory_iterator()); }

 private:
  fs::path path_;
};

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("A new file is there once it is kept, for its owner only", "[new_file]") {
  const Folder folder;
  NewFile file(folder.at("a.csv"));
  file.write("一");
  file.write("");
  file.write("二");
  CHECK_FALSE(fs::exists(folder.at("a.csv")));
  file.keep();
  CHECK(read(folder.at("a.csv")) == "一二");
  CHECK(fs::status(folder.at("a.csv")).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(folder.count() == 1);
}

TEST_CASE("A file that is not kept leaves nothing, and an older one as it was", "[new_file]") {
  const Folder folder;
  std::ofstream(folder.at("a.csv")) << "old";
  {
    NewFile file(folder.at("a.csv"));
    file.write("new");
  }
  CHECK(read(folder.at("a.csv")) == "old");
  CHECK(folder.count() == 1);
  NewFile file(folder.at("a.csv"));
  file.write("new");
  file.keep();
  CHECK(read(folder.at("a.csv")) == "new");
  CHECK(folder.count() == 1);
}

TEST_CASE("A link is followed to its file", "[new_file]") {
  const Folder folder;
  std::ofstream(folder.at("a.csv")) << "old";
  fs::create_symlink("a.csv", folder.at("link"));
  NewFile file(folder.at("link"));
  file.write("new");
  file.keep();
  CHECK(read(folder.at("a.csv")) == "new");
  CHECK(fs::is_symlink(folder.at("link")));
}

TEST_CASE("What cannot be written is said, with its path and reason", "[new_file]") {
  const Folder folder;
  const auto said = [](const std::string& path) -> std::string {
    try {
      NewFile file(path);
    } catch (const Failure& failure) {
      CHECK(failure.exit() == Exit::world);
      return failure.message().en;
    }
    return "";
  };
  fs::create_directory(folder.at("sub"));
  CHECK(said(folder.at("sub")) == "`" + folder.at("sub") + "` is no ordinary file and will not be replaced");
  CHECK(said("/dev/null") == "`/dev/null` is no ordinary file and will not be replaced");
  CHECK(said(folder.at("none/a.csv")) ==
        "cannot write `" + folder.at("none/a.csv") + "`: there is no such file");
  CHECK(folder.count() == 1);
}

TEST_CASE("A write that is refused half-way leaves nothing", "[new_file]") {
  const Folder folder;
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);  // then the write itself fails
  const rlimit small{1000, before.rlim_max};
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  std::string said;
  try {
    NewFile file(folder.at("a.csv"));
    file.write(std::string(800, 'a'));
    file.write(std::string(800, 'a'));
    file.keep();
  } catch (const Failure& failure) {
    said = failure.message().en;
  }
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  CHECK(said == "cannot write `" + folder.at("a.csv") + "`: File too large");
  CHECK(folder.count() == 0);
}

}  // namespace siqingdan
