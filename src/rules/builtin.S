/* The built-in rule base and the schemas, as bytes. PACK_DIR is where tools/pack_rules.cpp wrote them. */

#define EMBED(name, file)                 \
  .global siqingdan_##name##_begin;       \
  .global siqingdan_##name##_end;         \
  siqingdan_##name##_begin:               \
  .incbin file;                           \
  siqingdan_##name##_end:                 \
  .byte 0;

  .section .rodata
  EMBED(image, PACK_DIR "/image.bin")
  EMBED(rules, PACK_DIR "/rules.txt")
  EMBED(schemas, PACK_DIR "/schemas.txt")
  .section .note.GNU-stack, "", %progbits
