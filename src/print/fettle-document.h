/* fettle-document.h: the one door to everything printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fettle-job.h"
#include "fettle-language.h"
#include "fettle-paper.h"
#include "fettle-print-error.h"
#include "fettle-service-point.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef enum
{
  FETTLE_DOCUMENT_NONE,
  FETTLE_DOCUMENT_JOB_SHEET,
  FETTLE_DOCUMENT_LABEL,
  FETTLE_DOCUMENT_RECEIPT,
  FETTLE_DOCUMENT_TICKET,
  FETTLE_DOCUMENT_QUEUE_DAY,
  FETTLE_DOCUMENT_MEASURES,
  FETTLE_DOCUMENT_DAY,
  FETTLE_DOCUMENT_LETTER,
} FettleDocumentKind;
#define FETTLE_N_DOCUMENTS (FETTLE_DOCUMENT_LETTER + 1)

const char *fettle_document_kind_id (FettleDocumentKind kind);
FettleDocumentKind fettle_document_kind_from_id (const char *id);
const char *fettle_document_kind_title (FettleDocumentKind kind, FettleLanguage *language);
FettlePaper fettle_document_kind_paper (FettleDocumentKind kind);
gboolean fettle_document_kind_is_of_job (FettleDocumentKind kind);
gboolean fettle_document_kind_takes (FettleDocumentKind kind, FettlePaper paper);

/**
 * FettleDocument:
 *
 * A document laid out on its paper. It is made, drawn and freed on one thread.
 */
typedef struct _FettleDocument FettleDocument;

FettleDocument *fettle_document_new (FettleDocumentKind kind,
                                     FettleServicePoint *shop,
                                     FettleJob *job,
                                     GBytes *logo,
                                     const char *footer,
                                     FettleLanguage *language,
                                     FettlePaper paper,
                                     gint64 now,
                                     GTimeZone *zone);
FettleDocument *fettle_document_new_about (FettleDocumentKind kind,
                                           FettleServicePoint *shop,
                                           const char *number,
                                           gpointer subject,
                                           GBytes *logo,
                                           const char *footer,
                                           FettleLanguage *language,
                                           FettlePaper paper,
                                           gint64 now,
                                           GTimeZone *zone);
FettleDocument *fettle_document_new_letter (FettleServicePoint *shop,
                                            FettleJob *job,
                                            const char *heading,
                                            const char *body,
                                            GBytes *logo,
                                            const char *footer,
                                            FettleLanguage *language,
                                            gint64 now,
                                            GTimeZone *zone);
void fettle_document_free (FettleDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FettleDocument, fettle_document_free)

int fettle_document_n_pages (FettleDocument *self);
void fettle_document_page_size (FettleDocument *self, double *width, double *height);
FettlePaper fettle_document_get_paper (FettleDocument *self);
const char *fettle_document_get_title (FettleDocument *self);
void fettle_document_draw_page (FettleDocument *self, cairo_t *cr, int page);

/* fettle-document-file.c */
gboolean fettle_document_write_pdf (FettleDocument *self, const char *path, GError **error);
gboolean fettle_document_write_png (FettleDocument *self, const char *path, double dpi, GError **error);

G_END_DECLS
