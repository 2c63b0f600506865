// Words kept in one string, because thousands of them are read at each start.

#pragma once

#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace siqingdan {

class WordList {
 public:
  WordList() = default;
  // No word may be empty or hold a line break.
  explicit WordList(const std::vector<std::string>& words) {
    for (const std::string& word : words) {
      lines_.append(word).append(1, kEnd);
    }
  }

  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = std::string_view;
    using difference_type = std::ptrdiff_t;
    using pointer = const std::string_view*;
    using reference = std::string_view;

    explicit Iterator(std::string_view rest) : rest_(rest) {}
    std::string_view operator*() const { return rest_.substr(0, rest_.find(kEnd)); }
    Iterator& operator++() {
      rest_.remove_prefix(rest_.find(kEnd) + 1);
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    bool operator==(const Iterator& other) const { return rest_.size() == other.rest_.size(); }

   private:
    std::string_view rest_;  // this word and those after it
  };

  Iterator begin() const { return Iterator(lines_); }
  Iterator end() const { return Iterator(std::string_view()); }
  bool empty() const { return lines_.empty(); }

  std::string& lines() { return lines_; }  // for keeping and reading it again

 private:
  static constexpr char kEnd = '\n';
  std::string lines_;
};

}  // namespace siqingdan
