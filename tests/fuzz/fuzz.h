/* fuzz.h: what a fuzzer of a reader consists of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Sound inputs, each ended by NUL, the list by NULL; the driver spoils them. */
extern const char *const fuzz_seeds[];
/* Pieces that the reader looks for. */
extern const char *const fuzz_pieces[];

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
