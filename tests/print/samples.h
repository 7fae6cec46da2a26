/* samples.h: a small shop and its jobs, to be printed by tests and by eye.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-document.h"

G_BEGIN_DECLS

/* 2026-11-22 10:32 in Shanghai. */
#define SAMPLE_NOW  (G_GINT64_CONSTANT (1795314720) * G_USEC_PER_SEC)
#define SAMPLE_ZONE "Asia/Shanghai"

/**
 * SampleKind:
 * @SAMPLE_SHORT: one line of everything
 * @SAMPLE_PLAIN: as most jobs are, in English
 * @SAMPLE_CHINESE: the same in Chinese
 * @SAMPLE_MIXED: Chinese, Latin and Arabic in one line
 * @SAMPLE_LONG: forty lines and forty accessories
 * @SAMPLE_BARE: hardly anything is known
 */
typedef enum
{
  SAMPLE_SHORT,
  SAMPLE_PLAIN,
  SAMPLE_CHINESE,
  SAMPLE_MIXED,
  SAMPLE_LONG,
  SAMPLE_BARE,
} SampleKind;
#define N_SAMPLES (SAMPLE_BARE + 1)

const char *sample_name (SampleKind kind);
const char *sample_language (SampleKind kind);
FettleServicePoint *sample_shop (SampleKind kind);
FettleJob *sample_job (SampleKind kind, gboolean handed_over);
GBytes *sample_logo (void);
GBytes *sample_logo_of (int width, int height);
FettleDocument *sample_document (FettleDocumentKind document, SampleKind kind, FettlePaper paper);
FettleDocument *
sample_document_in (FettleDocumentKind document, SampleKind kind, FettlePaper paper, const char *language);

G_END_DECLS
