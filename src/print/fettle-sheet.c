/* fettle-sheet.c: the parts that several documents share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-sheet.h"

#include "fettle-event-text.h"

#include "fettle-category.h"
#include "fettle-event-words.h"
#include "fettle-json.h"

#include <string.h>

#define NARROW (60 * FETTLE_POINTS_PER_MM + 60)
#define WIDE   (150 * FETTLE_POINTS_PER_MM)

#define LOGO_WIDTH  (46 * FETTLE_POINTS_PER_MM)
#define LOGO_HEIGHT (13 * FETTLE_POINTS_PER_MM)

/* Beside the name and not above it. */
#define BESIDE_WIDTH (30 * FETTLE_POINTS_PER_MM)

#define QR_MODULE 0.5

/* How long "today" and "tomorrow" are worth saying beside the date. */
#define SOON (2 * G_TIME_SPAN_DAY)

/**
 * fettle_sheet_is_narrow:
 *
 * Returns: whether it is a roll, where all stands in one column
 */
gboolean
fettle_sheet_is_narrow (const FettleSheet *self)
{
  return self->width < NARROW;
}

/**
 * fettle_sheet_is_wide:
 *
 * Returns: whether three columns have room side by side
 */
gboolean
fettle_sheet_is_wide (const FettleSheet *self)
{
  return self->width > WIDE;
}

/**
 * fettle_sheet_date_time:
 *
 * Returns: (transfer full) (nullable): day and time in the shop's zone and the sheet's language; %NULL for 0
 */
char *
fettle_sheet_date_time (const FettleSheet *self, gint64 moment)
{
  return moment != 0 ? fettle_language_format_date_time (self->language, moment, self->zone) : NULL;
}

/**
 * fettle_sheet_event_time:
 * @kind: what happened then
 * @moment: when
 *
 * Returns: (transfer full) (nullable): as fettle_sheet_date_time(), and when it was written down where that was at
 *   another time
 */
char *
fettle_sheet_event_time (const FettleSheet *self, FettleEventKind kind, gint64 moment)
{
  g_autofree char *time = fettle_sheet_date_time (self, moment);

  for (guint i = 0; time != NULL && i < self->job->events->len; i++)
    {
      FettleEvent *event = self->job->events->pdata[i];
      g_autofree char *entered = event->kind == kind && event->at == moment
                                     ? fettle_event_text_entered (event, self->language, self->zone)
                                     : NULL;

      if (entered != NULL)
        return g_strdup_printf ("%s (%s)", time, entered);
    }
  return g_steal_pointer (&time);
}

/**
 * fettle_sheet_day:
 * @day: (nullable): YYYY-MM-DD
 *
 * Returns: (transfer full) (nullable): the day in the sheet's language, or as it was written if it is no day
 */
char *
fettle_sheet_day (const FettleSheet *self, const char *day)
{
  g_autoptr (GDateTime) noon = NULL;
  g_autofree char *text = NULL;

  if (day == NULL || *day == '\0')
    return NULL;
  text = g_strconcat (day, "T12:00:00Z", NULL);
  noon = g_date_time_new_from_iso8601 (text, NULL);
  if (noon == NULL)
    return g_strdup (day);
  return fettle_language_format_date (self->language, g_date_time_to_unix (noon) * G_USEC_PER_SEC, NULL);
}

/**
 * fettle_sheet_event_note:
 *
 * Returns: (transfer full) (nullable): what somebody wrote on the timeline; %NULL where nothing was, or it was erased
 */
char *
fettle_sheet_event_note (FettleEvent *event)
{
  g_autoptr (JsonNode) node = NULL;
  JsonNode *note;

  if (event->words == NULL)
    return NULL;
  node = fettle_json_read_strictly (event->words, -1, NULL);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  note = json_object_get_member (json_node_get_object (node), "note");
  return note != NULL && JSON_NODE_HOLDS_VALUE (note) ? json_node_dup_string (note) : NULL;
}

/**
 * fettle_sheet_chain_head:
 *
 * The first 16 digits are enough to see that a timeline was changed, and few enough to be read out.
 *
 * Returns: (transfer full) (nullable): the head of the timeline's chain as "0123 4567 89ab cdef", not to be broken
 */
char *
fettle_sheet_chain_head (const FettleSheet *self)
{
  const char *hash = self->job != NULL ? self->job->head_hash : NULL;

  if (hash == NULL || strlen (hash) < 16)
    return NULL;
  return g_strdup_printf ("%.4s\u00a0%.4s\u00a0%.4s\u00a0%.4s", hash, hash + 4, hash + 8, hash + 12);
}

static void
add_line (GString *lines, const char *separator, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (lines->len > 0)
    g_string_append (lines, separator);
  g_string_append (lines, text);
}

static char *
shop_contact (FettleServicePoint *shop)
{
  GString *lines = g_string_new (NULL);

  add_line (lines, " · ", shop->phone);
  add_line (lines, " · ", shop->email);
  add_line (lines, "\n", shop->website);
  return g_string_free (lines, FALSE);
}

/* Lines of an address or several phones; where there is room to the side they stand on one line. */
static char *
join_lines (const FettleSheet *self, const char *const *lines, const char *separator)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    add_line (joined, fettle_sheet_is_wide (self) ? separator : "\n", lines[i]);
  return g_string_free (joined, FALSE);
}

static void
add_shop_words (const FettleSheet *self, FettleFlow *flow, FettleAlign align)
{
  g_autofree char *contact = shop_contact (self->shop);

  fettle_flow_text (flow, FETTLE_TEXT_SHOP, align, self->shop->name);
  fettle_flow_text (flow, FETTLE_TEXT_FINE, align, self->shop->address);
  fettle_flow_text (flow, FETTLE_TEXT_FINE, align, contact);
  fettle_flow_text (flow, FETTLE_TEXT_FINE, align, self->shop->registration);
}

/* A logo that is no wider than high stands beside the name, a banner above it. */
static gboolean
is_beside (const FettleSheet *self, double *width)
{
  const double wide = cairo_image_surface_get_width (self->logo);
  const double high = cairo_image_surface_get_height (self->logo);

  *width = MIN (LOGO_WIDTH, LOGO_HEIGHT * wide / high);
  return fettle_sheet_is_wide (self) && *width <= BESIDE_WIDTH;
}

/**
 * fettle_sheet_add_shop:
 *
 * Whose paper it is: logo, name, address, how to reach it, its registration.
 */
void
fettle_sheet_add_shop (const FettleSheet *self, FettleFlow *flow)
{
  const FettleAlign align = fettle_sheet_is_narrow (self) ? FETTLE_ALIGN_CENTER : FETTLE_ALIGN_START;
  double width;

  if (self->logo == NULL)
    add_shop_words (self, flow, align);
  else if (is_beside (self, &width))
    {
      fettle_flow_begin_columns (flow, 10);
      fettle_flow_begin_fixed_column (flow, width);
      fettle_flow_image (flow, self->logo, width, LOGO_HEIGHT, align);
      fettle_flow_end (flow);
      fettle_flow_begin_column (flow, 1);
      add_shop_words (self, flow, align);
      fettle_flow_end (flow);
      fettle_flow_end (flow);
    }
  else
    {
      fettle_flow_image (flow, self->logo, MIN (LOGO_WIDTH, self->width * 0.6), LOGO_HEIGHT, align);
      fettle_flow_gap (flow, 3);
      add_shop_words (self, flow, align);
    }
}

/**
 * fettle_sheet_add_number:
 * @module: of the bars, the widest wanted in millimetres
 * @height: of the bars, in points
 *
 * The number for people and, as a Code 128, for scanners.
 */
void
fettle_sheet_add_number (const FettleSheet *self, FettleFlow *flow, double module, double height)
{
  const FettleAlign align = fettle_sheet_is_narrow (self) ? FETTLE_ALIGN_CENTER : FETTLE_ALIGN_END;
  FettleBarcode *code = fettle_barcode_new (FETTLE_BARCODE_CODE_128, self->number, NULL);

  fettle_flow_text (flow, FETTLE_TEXT_NUMBER, align, self->number);
  if (code != NULL)
    fettle_flow_barcode (flow, code, fettle_barcode_fit (code, self->width, module), height, align);
}

static char *
progress_text (const FettleSheet *self)
{
  FettleLanguage *l = self->language;
  const char *number = self->job->summary->number;

  if (self->shop->status_address != NULL)
    return g_strdup (fettle_language_text (l, "Scan to see how it is going."));
  if (self->shop->phone != NULL && *self->shop->phone != '\0')
    return g_strdup_printf (fettle_language_text (l,
                                                  "Call %s and say the number %s, or show this paper at the counter."),
                            self->shop->phone, number);
  return g_strdup_printf (fettle_language_text (l, "Show this paper at the counter, or name the number %s."), number);
}

/**
 * fettle_sheet_add_progress:
 *
 * How the customer sees what goes on: by the status address where the shop has one, or by asking.
 */
void
fettle_sheet_add_progress (const FettleSheet *self, FettleFlow *flow)
{
  g_autofree char *text = progress_text (self);
  g_autofree char *address = NULL;
  FettleBarcode *code = NULL;

  if (self->shop->status_address != NULL)
    {
      address = g_strconcat (self->shop->status_address, self->job->summary->number, NULL);
      code = fettle_barcode_new (FETTLE_BARCODE_QR, address, NULL);
    }
  if (code != NULL && !fettle_sheet_is_narrow (self))
    {
      const double module = fettle_barcode_fit (code, 26 * FETTLE_POINTS_PER_MM, QR_MODULE);

      fettle_flow_begin_columns (flow, 6);
      fettle_flow_begin_fixed_column (flow,
                                      fettle_barcode_width (code, module) - 2 * fettle_barcode_border (code, module));
      fettle_flow_barcode (flow, code, module, 0, FETTLE_ALIGN_START);
      fettle_flow_end (flow);
      fettle_flow_begin_column (flow, 1);
    }
  fettle_flow_heading (flow, fettle_language_text (self->language, "How to see the progress"));
  fettle_flow_text (flow, FETTLE_TEXT_SMALL, FETTLE_ALIGN_START, text);
  fettle_flow_text (flow, FETTLE_TEXT_FINE, FETTLE_ALIGN_START, address);
  if (code != NULL && !fettle_sheet_is_narrow (self))
    {
      fettle_flow_end (flow);
      fettle_flow_end (flow);
    }
  else if (code != NULL)
    fettle_flow_barcode (flow, code, fettle_barcode_fit (code, self->width, QR_MODULE), 0, FETTLE_ALIGN_CENTER);
}

/**
 * fettle_sheet_add_foot:
 *
 * The shop's own words and the head of the timeline's chain, on one line where there is room.
 */
void
fettle_sheet_add_foot (const FettleSheet *self, FettleFlow *flow)
{
  const FettleAlign align = fettle_sheet_is_narrow (self) ? FETTLE_ALIGN_CENTER : FETTLE_ALIGN_START;
  const gboolean words = self->footer != NULL && *self->footer != '\0';
  g_autofree char *head = fettle_sheet_chain_head (self);
  g_autofree char *seal = NULL;

  if (head != NULL)
    seal = g_strdup_printf (fettle_language_text (self->language, "Seal of the record: %s"), head);
  if (words && seal != NULL && fettle_sheet_is_wide (self))
    fettle_flow_row (flow, FETTLE_TEXT_FINE, self->footer, seal);
  else
    {
      fettle_flow_text (flow, FETTLE_TEXT_FINE, align, self->footer);
      fettle_flow_text (flow, FETTLE_TEXT_FINE, align, seal);
    }
}

/**
 * fettle_sheet_add_customer:
 *
 * Name, phones, address; the first phone is the one that is called.
 */
void
fettle_sheet_add_customer (const FettleSheet *self, FettleFlow *flow)
{
  FettleLanguage *l = self->language;
  FettleCustomer *customer = self->job->customer;
  g_auto (GStrv) lines = NULL;
  g_autofree char *address = NULL;
  g_autofree char *phones = NULL;

  if (customer == NULL)
    return;
  lines = g_strsplit (customer->address != NULL ? customer->address : "", "\n", -1);
  address = join_lines (self, (const char *const *) lines, ", ");
  phones = join_lines (self, (const char *const *) customer->phones, " · ");
  fettle_flow_heading (flow, fettle_language_text (l, "Customer"));
  fettle_flow_strong_pair (flow, fettle_language_text (l, "Name"), customer->name);
  fettle_flow_pair (flow, fettle_language_text (l, "Phone"), phones);
  fettle_flow_pair (flow, fettle_language_text (l, "Address"), address);
  fettle_flow_pair (flow, fettle_language_text (l, "Email"), customer->email);
}

/**
 * fettle_sheet_add_unit:
 *
 * What it is: everything that tells this one from others of its kind.
 */
void
fettle_sheet_add_unit (const FettleSheet *self, FettleFlow *flow)
{
  FettleLanguage *l = self->language;
  FettleUnit *unit = self->job->unit;
  g_autofree char *sold_on = NULL;
  g_autofree char *title = NULL;

  if (unit == NULL)
    return;
  sold_on = fettle_sheet_day (self, unit->sold_on);
  title = fettle_unit_make_title (NULL, unit->brand, unit->model);
  fettle_flow_heading (flow, fettle_language_text (l, "Device"));
  fettle_flow_strong_pair (flow, fettle_language_text (l, "Model"), title);
  if (unit->category != NULL)
    fettle_flow_pair (flow, fettle_language_text (l, "Category"), fettle_category_title (l, unit->category));
  fettle_flow_pair (flow, fettle_language_text (l, "Serial number"), unit->serial);
  fettle_flow_pair (flow, fettle_language_text (l, "IMEI"), unit->imei);
  fettle_flow_pair (flow, fettle_language_text (l, "Sold on"), sold_on);
}

static void
add_promise (const FettleSheet *self, FettleFlow *flow, FettlePromise *promise)
{
  FettleLanguage *l = self->language;
  g_autofree char *due = fettle_sheet_date_time (self, promise->due);
  g_autofree char *from = fettle_sheet_date_time (self, promise->due_from);

  if (promise->text != NULL && *promise->text != '\0')
    fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_NATURAL, promise->text);
  else
    fettle_flow_text (flow, FETTLE_TEXT_BODY, FETTLE_ALIGN_START, fettle_event_words_promise (l, promise->kind));
  if (from != NULL)
    {
      g_autofree char *range = g_strdup_printf (fettle_language_text_context (l, "due time", "%s to %s"), from, due);

      fettle_flow_text (flow, FETTLE_TEXT_STRONG, FETTLE_ALIGN_START, range);
    }
  else if (due != NULL)
    {
      g_autofree char *line = g_strdup_printf (fettle_language_text_context (l, "due time", "by %s"), due);

      fettle_flow_text (flow, FETTLE_TEXT_STRONG, FETTLE_ALIGN_START, line);
    }
  if (promise->due > self->now && promise->due - self->now < SOON)
    {
      g_autofree char *words = fettle_language_format_due (l, promise->due, self->now, self->zone);

      fettle_flow_text (flow, FETTLE_TEXT_SMALL, FETTLE_ALIGN_START, words);
    }
  if (promise->first_due != 0 && promise->first_due != promise->due)
    {
      g_autofree char *first = fettle_sheet_date_time (self, promise->first_due);
      g_autofree char *line = g_strdup_printf (fettle_language_text (l, "first said: by %s"), first);

      fettle_flow_text (flow, FETTLE_TEXT_FINE, FETTLE_ALIGN_START, line);
    }
}

/**
 * fettle_sheet_add_promises:
 *
 * What was promised and not taken back: the words, the date, the first date where it is another. A sheet that is
 * printed again after the promise was kept still says what was promised.
 */
void
fettle_sheet_add_promises (const FettleSheet *self, FettleFlow *flow)
{
  GPtrArray *promises = self->job->promises;
  gboolean any = FALSE;

  for (guint i = 0; i < promises->len; i++)
    {
      FettlePromise *promise = promises->pdata[i];

      if (promise->state == FETTLE_PROMISE_WITHDRAWN)
        continue;
      if (!any)
        {
          fettle_flow_begin_panel (flow);
          fettle_flow_heading (flow, fettle_language_text (self->language, "What we promise you"));
        }
      else
        fettle_flow_gap (flow, 3);
      any = TRUE;
      add_promise (self, flow, promise);
    }
  if (any)
    fettle_flow_end (flow);
}
