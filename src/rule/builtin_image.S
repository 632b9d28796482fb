// The image that tools/embed_rules makes of rules/.
#if defined(__APPLE__)
#define SYMBOL(name) _##name
    .section __DATA,__const
#else
#define SYMBOL(name) name
    .section .rodata
#endif
    .global SYMBOL(stet_rules_image_begin)
    .global SYMBOL(stet_rules_image_end)
    .balign 16
SYMBOL(stet_rules_image_begin):
    .incbin STET_RULES_IMAGE
SYMBOL(stet_rules_image_end):
    .byte 0
#if defined(__linux__) && defined(__ELF__)
    .section .note.GNU-stack, "", %progbits
#endif
