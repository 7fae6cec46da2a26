/* fettle-document.c: the one door to everything printed.
 *
 * A document is a row of one table: its name, the papers it can stand on, how many copies, and the function that fills
 * a flow. The rest is the same for all: the flow is measured, cut into pages, and its pages are put on paper. Two
 * copies share one layout: side by side on the halves of an A4 where one half holds all, else one after the other.
 * Where a copy has several pages, each says "page 2 of 3".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-document-private.h"

#include "fettle-day-sheet.h"
#include "fettle-job-sheet.h"
#include "fettle-label.h"
#include "fettle-letter.h"
#include "fettle-logo.h"
#include "fettle-measures-sheet.h"
#include "fettle-queue-day.h"
#include "fettle-receipt.h"
#include "fettle-sheet.h"
#include "fettle-ticket-paper.h"

#include <glib/gi18n-lib.h>

#define MM(length) ((length) *FETTLE_POINTS_PER_MM)

/* Room for the line at the top of every page but the first. */
#define HEADER_HEIGHT 20.0

/* Between the text and the number at the foot of the first page, which stands in the margin. */
#define FOOT_GAP 6.0

/* Above and below each half of a sheet that is cut in two. */
#define HALF_MARGIN MM (7.5)

/* Acrobat takes no page longer than 200 inches. */
#define LONGEST_ROLL 14000.0

#define COMPACT_SCALE 0.88
#define ROLL_SCALE    0.95
#define TIGHTER       0.9

/**
 * DocumentClass:
 * @paper: it is made for
 * @papers: it may stand on
 * @widest: in points, 0 for as wide as the paper
 * @margin: of its left edge, in points, 0 for the paper's
 * @scale: of its type where it has a page to itself; 0 is the paper's own
 * @copies: 1 or 2
 * @has_no_job: whether it is made from a subject of its own
 */
typedef struct
{
  const char *id;
  const char *title;
  FettlePaper paper;
  guint papers;
  double widest;
  double margin;
  double scale;
  int copies;
  gboolean has_no_job;
  void (*build) (const FettleSheet *sheet, FettleFlow *flow);
} DocumentClass;

#define ON(paper) (1u << FETTLE_PAPER_##paper)
#define ON_SHEETS (ON (A4) | ON (A5))
#define ON_ROLLS  (ON (80MM) | ON (58MM))

/* A new document is one row here and one file beside this. */
static const DocumentClass classes[FETTLE_N_DOCUMENTS] = {
  [FETTLE_DOCUMENT_JOB_SHEET] = { .id = "job-sheet",
                                  .title = N_ ("Job sheet"),
                                  .paper = FETTLE_PAPER_A4,
                                  .papers = ON_SHEETS | ON_ROLLS,
                                  .copies = 2,
                                  .build = fettle_job_sheet_build },
  [FETTLE_DOCUMENT_LABEL] = { .id = "label",
                              .title = N_ ("Label"),
                              .paper = FETTLE_PAPER_LABEL,
                              .papers = ON (LABEL) | ON_SHEETS | ON_ROLLS,
                              .widest = FETTLE_LABEL_WIDTH,
                              .scale = 0.8,
                              .copies = 1,
                              .build = fettle_label_build },
  [FETTLE_DOCUMENT_RECEIPT] = { .id = "receipt",
                                .title = N_ ("Receipt"),
                                .paper = FETTLE_PAPER_80MM,
                                .papers = ON_SHEETS | ON_ROLLS,
                                .copies = 1,
                                .build = fettle_receipt_build },
  [FETTLE_DOCUMENT_TICKET] = { .id = "ticket",
                               .title = N_ ("Ticket"),
                               .paper = FETTLE_PAPER_80MM,
                               .papers = ON_ROLLS,
                               .copies = 1,
                               .has_no_job = TRUE,
                               .build = fettle_ticket_build },
  [FETTLE_DOCUMENT_QUEUE_DAY] = { .id = "queue-day",
                                  .title = N_ ("The queue"),
                                  .paper = FETTLE_PAPER_A4,
                                  .papers = ON_SHEETS | ON_ROLLS,
                                  .copies = 1,
                                  .has_no_job = TRUE,
                                  .build = fettle_queue_day_build },
  [FETTLE_DOCUMENT_MEASURES] = { .id = "measures",
                                 .title = N_ ("How the shop did"),
                                 .paper = FETTLE_PAPER_A4,
                                 .papers = ON (A4),
                                 .copies = 1,
                                 .has_no_job = TRUE,
                                 .build = fettle_measures_sheet_build },
  [FETTLE_DOCUMENT_DAY] = { .id = "day",
                            .title = N_ ("Nothing forgotten"),
                            .paper = FETTLE_PAPER_A4,
                            .papers = ON_SHEETS | ON_ROLLS,
                            .copies = 1,
                            .has_no_job = TRUE,
                            .build = fettle_day_sheet_build },
  [FETTLE_DOCUMENT_LETTER] = { .id = "letter",
                               .title = N_ ("Letter"),
                               .paper = FETTLE_PAPER_A4,
                               .papers = ON (A4),
                               .widest = FETTLE_LETTER_WIDTH,
                               .margin = FETTLE_LETTER_MARGIN,
                               .scale = FETTLE_LETTER_SCALE,
                               .copies = 1,
                               .build = fettle_letter_build },
};

/**
 * fettle_document_kind_id:
 *
 * Returns: (nullable): its name in files and on the command line, %NULL for none
 */
const char *
fettle_document_kind_id (FettleDocumentKind kind)
{
  g_return_val_if_fail (kind < FETTLE_N_DOCUMENTS, NULL);
  return classes[kind].id;
}

/**
 * fettle_document_kind_from_id:
 * @id: (nullable):
 *
 * Returns: the document of that name, %FETTLE_DOCUMENT_NONE where there is none
 */
FettleDocumentKind
fettle_document_kind_from_id (const char *id)
{
  for (int i = FETTLE_DOCUMENT_NONE + 1; i < FETTLE_N_DOCUMENTS; i++)
    if (g_strcmp0 (classes[i].id, id) == 0)
      return i;
  return FETTLE_DOCUMENT_NONE;
}

/**
 * fettle_document_kind_title:
 * @language: (nullable): %NULL is the user's
 *
 * Returns: what people call it
 */
const char *
fettle_document_kind_title (FettleDocumentKind kind, FettleLanguage *language)
{
  g_return_val_if_fail (kind > FETTLE_DOCUMENT_NONE && kind < FETTLE_N_DOCUMENTS, "");
  return fettle_language_text (language, classes[kind].title);
}

/**
 * fettle_document_kind_paper:
 *
 * Returns: the paper it is made for
 */
FettlePaper
fettle_document_kind_paper (FettleDocumentKind kind)
{
  g_return_val_if_fail (kind > FETTLE_DOCUMENT_NONE && kind < FETTLE_N_DOCUMENTS, FETTLE_PAPER_A4);
  return classes[kind].paper;
}

/**
 * fettle_document_kind_takes:
 *
 * Returns: whether the document can stand on that paper; a job sheet does not fit a label
 */
gboolean
fettle_document_kind_takes (FettleDocumentKind kind, FettlePaper paper)
{
  g_return_val_if_fail (kind > FETTLE_DOCUMENT_NONE && kind < FETTLE_N_DOCUMENTS, FALSE);
  return (classes[kind].papers & (1u << paper)) != 0;
}

/**
 * fettle_document_kind_is_of_job:
 *
 * Returns: whether it is made by fettle_document_new(); the others by fettle_document_new_about()
 */
gboolean
fettle_document_kind_is_of_job (FettleDocumentKind kind)
{
  g_return_val_if_fail (kind > FETTLE_DOCUMENT_NONE && kind < FETTLE_N_DOCUMENTS, FALSE);
  return !classes[kind].has_no_job;
}

/* Fills and measures the flow; returns its height. */
static double
build (FettleDocument *self, const DocumentClass *class, const FettleSheet *sheet, double scale)
{
  g_clear_pointer (&self->flow, fettle_flow_free);
  self->flow = fettle_flow_new (fettle_language_tag (sheet->language), fettle_language_is_rtl (sheet->language),
                                sheet->paper->thermal, scale);
  class->build (sheet, self->flow);
  return fettle_flow_measure (self->flow, sheet->width);
}

/* Builds it in a slightly smaller type where that saves a page for a few lines. */
static void
build_for (FettleDocument *self, const DocumentClass *class, const FettleSheet *sheet, double scale, double room)
{
  const double height = build (self, class, sheet, scale);

  if (height > room && height * TIGHTER < room)
    build (self, class, sheet, scale * TIGHTER);
}

static void
put (FettleDocument *self, int page, int flow_page, int copy, double y)
{
  const Part part = { page, flow_page, copy, y };

  g_array_append_val (self->parts, part);
  self->n_pages = MAX (self->n_pages, page + 1);
}

static double
room_of_half (FettleDocument *self)
{
  return self->height / 2 - 2 * HALF_MARGIN;
}

static double
room_of_page (const FettlePaperSize *paper)
{
  return paper->height - paper->margin_top - paper->margin_bottom;
}

/* Both copies on the halves of one sheet; FALSE where a half is too small. */
static gboolean
put_on_halves (FettleDocument *self)
{
  const double room = room_of_half (self);

  if (fettle_flow_paginate (self->flow, room, room) > 1)
    return FALSE;
  put (self, 0, 0, 1, HALF_MARGIN);
  put (self, 0, 0, 2, self->height / 2 + HALF_MARGIN);
  self->cut = self->height / 2;
  return TRUE;
}

static void
put_on_pages (FettleDocument *self, const FettlePaperSize *paper, int copies)
{
  const double room = room_of_page (paper);
  const int n = fettle_flow_paginate (self->flow, room, room - HEADER_HEIGHT);

  self->flow_pages = n;
  for (int copy = 1; copy <= copies; copy++)
    for (int i = 0; i < n; i++)
      put (self, (copy - 1) * n + i, i, copy, paper->margin_top + (i > 0 ? HEADER_HEIGHT : 0));
}

/* A roll is as long as what is on it; copies follow each other with a line to cut between. */
static void
put_on_roll (FettleDocument *self, const FettlePaperSize *paper, int copies)
{
  const double gap = MM (7);
  double height = 0;

  if (fettle_flow_paginate (self->flow, LONGEST_ROLL / 2, LONGEST_ROLL / 2) > 1)
    {
      self->height = paper->margin_top + LONGEST_ROLL / 2 + paper->margin_bottom;
      for (int copy = 1; copy <= copies; copy++)
        for (int i = 0; i < fettle_flow_paginate (self->flow, LONGEST_ROLL / 2, LONGEST_ROLL / 2); i++)
          put (self, self->n_pages, i, copy, paper->margin_top);
      return;
    }
  height = fettle_flow_page_height (self->flow, 0);
  for (int copy = 1; copy <= copies; copy++)
    put (self, 0, 0, copy, paper->margin_top + (copy - 1) * (height + 2 * gap));
  self->cut = copies > 1 ? paper->margin_top + height + gap : 0;
  self->height = paper->margin_top + copies * height + (copies - 1) * 2 * gap + paper->margin_bottom;
}

static void
lay_out (FettleDocument *self, const DocumentClass *class, const FettleSheet *sheet)
{
  const FettlePaperSize *paper = sheet->paper;

  if (paper->height <= 0)
    {
      build (self, class, sheet, class->scale > 0 ? class->scale : ROLL_SCALE);
      put_on_roll (self, paper, class->copies);
      return;
    }
  if (self->paper == FETTLE_PAPER_A4 && class->copies == 2)
    {
      build_for (self, class, sheet, COMPACT_SCALE, room_of_half (self));
      if (put_on_halves (self))
        return;
    }
  build_for (self, class, sheet,
             class->scale > 0                 ? class->scale
             : self->paper == FETTLE_PAPER_A4 ? 1
                                              : COMPACT_SCALE,
             room_of_page (paper));
  put_on_pages (self, paper, class->copies);
}

/* "2026-000001, page 2 of 3": at the foot of the first page of a copy, at the head of the others. */
static void
add_page_numbers (FettleDocument *self, const FettleSheet *sheet)
{
  FettleLanguage *l = sheet->language;

  for (int i = 0; self->flow_pages > 1 && i < self->flow_pages; i++)
    {
      FettleFlow *flow
          = fettle_flow_new (fettle_language_tag (l), fettle_language_is_rtl (l), sheet->paper->thermal, 1);
      g_autofree char *page
          = g_strdup_printf (fettle_language_text (l, "%s, page %d of %d"), sheet->number, i + 1, self->flow_pages);

      fettle_flow_row (flow, FETTLE_TEXT_FINE, i > 0 ? self->author : "", page);
      if (i > 0)
        fettle_flow_rule (flow);
      fettle_flow_measure (flow, sheet->width);
      fettle_flow_paginate (flow, HEADER_HEIGHT * 4, HEADER_HEIGHT * 4);
      g_ptr_array_add (self->numbers, flow);
    }
  self->foot = self->height - sheet->paper->margin_bottom + FOOT_GAP;
}

/* Lays out what @sheet says; its paper and width are found here. */
static FettleDocument *
make (FettleDocumentKind kind, FettleSheet *sheet, GBytes *logo, FettlePaper paper)
{
  FettleDocument *self = NULL;
  cairo_surface_t *picture = logo != NULL ? fettle_logo_read (logo, NULL) : NULL;

  if (!fettle_document_kind_takes (kind, paper))
    paper = classes[kind].paper;
  sheet->logo = picture;
  sheet->paper = fettle_paper_size (paper);
  sheet->width = sheet->paper->width - 2 * sheet->paper->margin_x;
  if (classes[kind].widest > 0)
    sheet->width = MIN (sheet->width, classes[kind].widest);

  self = g_new0 (FettleDocument, 1);
  self->paper = paper;
  self->width = sheet->paper->width;
  self->height = sheet->paper->height;
  self->margin = classes[kind].margin > 0 ? classes[kind].margin : sheet->paper->margin_x;
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) fettle_flow_free);
  self->title = g_strdup_printf ("%s %s", fettle_document_kind_title (kind, sheet->language), sheet->number);
  self->author = g_strdup (sheet->shop->name != NULL ? sheet->shop->name : "");
  self->now = sheet->now;
  self->zone = g_time_zone_ref (sheet->zone);
  lay_out (self, &classes[kind], sheet);
  add_page_numbers (self, sheet);
  g_clear_pointer (&picture, cairo_surface_destroy);
  return self;
}

/**
 * fettle_document_new:
 * @shop: whose paper it is
 * @job: of which job
 * @logo: (nullable): PNG; one that cannot be read is left away, see fettle_logo_read()
 * @footer: (nullable): the shop's own words at the foot
 * @language: (nullable): the customer's; %NULL is the user's
 * @paper: one that the kind takes; for any other the kind's own is taken
 * @now: moment, for "tomorrow" and the date in the file
 * @zone: of the shop
 *
 * Lays a document of a job out.
 *
 * Returns: (transfer full): the document
 */
FettleDocument *
fettle_document_new (FettleDocumentKind kind,
                     FettleServicePoint *shop,
                     FettleJob *job,
                     GBytes *logo,
                     const char *footer,
                     FettleLanguage *language,
                     FettlePaper paper,
                     gint64 now,
                     GTimeZone *zone)
{
  FettleSheet sheet = { .shop = shop,
                        .job = job,
                        .number = job->summary->number,
                        .footer = footer,
                        .language = language,
                        .now = now,
                        .zone = zone };

  g_return_val_if_fail (kind > FETTLE_DOCUMENT_NONE && kind < FETTLE_N_DOCUMENTS && !classes[kind].has_no_job, NULL);
  return make (kind, &sheet, logo, paper);
}

/**
 * fettle_document_new_about:
 * @number: what it is named after: a ticket's number, a day
 * @subject: what it is made from, of the type that its kind asks for
 *
 * Lays a document out that is of no job; the rest is as with fettle_document_new().
 *
 * Returns: (transfer full): the document
 */
FettleDocument *
fettle_document_new_about (FettleDocumentKind kind,
                           FettleServicePoint *shop,
                           const char *number,
                           gpointer subject,
                           GBytes *logo,
                           const char *footer,
                           FettleLanguage *language,
                           FettlePaper paper,
                           gint64 now,
                           GTimeZone *zone)
{
  FettleSheet sheet = {
    .shop = shop, .number = number, .subject = subject, .footer = footer, .language = language, .now = now, .zone = zone
  };

  g_return_val_if_fail (kind > FETTLE_DOCUMENT_NONE && kind < FETTLE_N_DOCUMENTS && classes[kind].has_no_job, NULL);
  return make (kind, &sheet, logo, paper);
}

/**
 * fettle_document_new_letter:
 * @job: what it is about, and whose address it bears
 * @heading: (nullable): its subject
 * @body: its text, salutation and end included; empty lines part its paragraphs
 * @logo: (nullable): as in fettle_document_new()
 * @footer: (nullable):
 * @language: (nullable): the customer's
 * @now: moment, its date
 * @zone: of the shop
 *
 * Lays a letter out, on A4.
 *
 * Returns: (transfer full): the document
 */
FettleDocument *
fettle_document_new_letter (FettleServicePoint *shop,
                            FettleJob *job,
                            const char *heading,
                            const char *body,
                            GBytes *logo,
                            const char *footer,
                            FettleLanguage *language,
                            gint64 now,
                            GTimeZone *zone)
{
  FettleSheet sheet = { .shop = shop,
                        .job = job,
                        .number = job->summary->number,
                        .footer = footer,
                        .language = language,
                        .now = now,
                        .zone = zone,
                        .heading = heading,
                        .body = body };

  return make (FETTLE_DOCUMENT_LETTER, &sheet, logo, FETTLE_PAPER_A4);
}

void
fettle_document_free (FettleDocument *self)
{
  g_array_unref (self->parts);
  g_ptr_array_unref (self->numbers);
  g_clear_pointer (&self->flow, fettle_flow_free);
  g_time_zone_unref (self->zone);
  g_free (self->title);
  g_free (self->author);
  g_free (self);
}

int
fettle_document_n_pages (FettleDocument *self)
{
  return self->n_pages;
}

/**
 * fettle_document_page_size:
 * @width: (out): in points
 * @height: (out): in points; of a roll as long as it is printed
 */
void
fettle_document_page_size (FettleDocument *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

/**
 * fettle_document_get_paper:
 *
 * Returns: the paper it was laid out on
 */
FettlePaper
fettle_document_get_paper (FettleDocument *self)
{
  return self->paper;
}

/**
 * fettle_document_get_title:
 *
 * Returns: what it is and the job's number, for a window's title, a file's name or a queue of jobs
 */
const char *
fettle_document_get_title (FettleDocument *self)
{
  return self->title;
}

static void
draw_part (FettleDocument *self, cairo_t *cr, const Part *part)
{
  cairo_save (cr);
  cairo_translate (cr, self->margin, part->y);
  fettle_flow_draw (self->flow, cr, part->flow_page, part->copy);
  if (self->numbers->len > 0)
    {
      cairo_translate (cr, 0, part->flow_page > 0 ? -HEADER_HEIGHT : self->foot - part->y);
      fettle_flow_draw (self->numbers->pdata[part->flow_page], cr, 0, part->copy);
    }
  cairo_restore (cr);
}

/**
 * fettle_document_draw_page:
 * @cr: one unit is a point, 0, 0 the top left corner of the paper
 * @page: from 0
 */
void
fettle_document_draw_page (FettleDocument *self, cairo_t *cr, int page)
{
  g_return_if_fail (page >= 0 && page < self->n_pages);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (part->page == page)
        draw_part (self, cr, part);
    }
  if (self->cut > 0)
    fettle_flow_draw_cut (cr, self->margin, self->cut, self->width - 2 * self->margin);
}
