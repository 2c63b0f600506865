/* The built-in rule base and the schemas, as bytes. tools/pack_rules.cpp wrote them;
   the assembler finds them by its -I. */

#define EMBED(name, file)                 \
  .global siqingdan_##name##_begin;       \
  .global siqingdan_##name##_end;         \
  siqingdan_##name##_begin:               \
  .incbin file;                           \
  siqingdan_##name##_end:                 \
  .byte 0;

  .section .rodata
  EMBED(image, "image.bin")
  EMBED(speech, "speech.bin")
  EMBED(evidence, "evidence.bin")
  EMBED(fact_evidence, "fact_evidence.bin")
  EMBED(rules, "rules.txt")
  EMBED(schemas, "schemas.txt")
  .section .note.GNU-stack, "", %progbits
