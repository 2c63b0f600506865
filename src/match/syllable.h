// Which characters sound alike: most slips of the pen are a wrong choice of an input method.

#pragma once

namespace siqingdan {

// The same number for 期 and 其; retroflex and nasal endings are not told apart (市 is 四, 请 is 寝). A
// character of no known sound is alike to itself only.
char32_t sound_of(char32_t character);

}  // namespace siqingdan
