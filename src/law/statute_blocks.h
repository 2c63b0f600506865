// The blocks a statute text consists of.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace siqingdan {

// The blocks after <!-- INFO END -->, without blank lines, comments, `**` and carriage returns. A line that
// opens a heading, an article or an item begins a block; any other line without a blank line before it goes
// on with the sentence. In a text without any blank line every line is a block.
std::vector<std::string> blocks_of(std::string_view text);

// A heading, a chapter or an appendix: what follows no longer belongs to the article before it.
bool ends_article(std::string_view block);

}  // namespace siqingdan
