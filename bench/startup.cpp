// Wall time of whole processes: the median, fastest and slowest of N runs, in milliseconds.
//
//   startup N COMMAND [ARGUMENT…] [-- COMMAND [ARGUMENT…]]…
//
// The commands take turns, so that a busy moment of the machine hits all of them. Output goes to /dev/null.

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

extern char** environ;

namespace {

using Command = std::vector<char*>;  // ends with nullptr

double run(const Command& command) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  const auto begin = std::chrono::steady_clock::now();
  pid_t child = 0;
  int status = 1;
  if (posix_spawnp(&child, command[0], &actions, nullptr, command.data(), environ) == 0) {
    waitpid(child, &status, 0);
  }
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
  posix_spawn_file_actions_destroy(&actions);
  if (status != 0) {
    std::fprintf(stderr, "startup: `%s` failed\n", command[0]);
    std::exit(1);
  }
  return taken.count();
}

}  // namespace

int main(int argc, char** argv) {
  const int runs = argc > 2 ? std::atoi(argv[1]) : 0;
  if (runs < 1) {
    std::fprintf(stderr, "usage: startup N COMMAND [ARGUMENT...] [-- COMMAND...]\n");
    return 2;
  }
  std::vector<Command> commands(1);
  for (int i = 2; i < argc; ++i) {
    if (std::string(argv[i]) == "--") {
      commands.emplace_back();
    } else {
      commands.back().push_back(argv[i]);
    }
  }
  for (Command& command : commands) {
    command.push_back(nullptr);
    run(command);  // once unmeasured, to warm the page cache
  }
  std::vector<std::vector<double>> times(commands.size());
  for (int n = 0; n < runs; ++n) {
    for (std::size_t i = 0; i < commands.size(); ++i) {
      times[i].push_back(run(commands[i]));
    }
  }
  for (std::size_t i = 0; i < commands.size(); ++i) {
    std::sort(times[i].begin(), times[i].end());
    std::printf("median %.2f ms  fastest %.2f  slowest %.2f  (%d runs)  %s\n", times[i][times[i].size() / 2],
                times[i].front(), times[i].back(), runs, commands[i][0]);
  }
  return 0;
}
