/* fettle-flow-place.c: the cutting of a flow into pages.
 *
 * A cursor walks down the measured boxes and leaves marks on pages. A block that does not fit goes to the next page;
 * paragraphs break between lines, never leaving one line alone; side-by-side columns run on each by itself, and what
 * follows them begins under the longest. All is placed for a page that begins its lines at the left; the one function
 * that leaves marks mirrors them where the language begins at the right.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-flow-measure.h"

#define NEARLY_NOTHING 0.01

typedef struct
{
  int page;
  double y;
} Cursor;

static void place (FettleFlow *self, Box *box, double x, Cursor *cursor);

static double
height_of (FettleFlow *self, int page)
{
  return page == 0 ? self->first_height : self->next_height;
}

static Page *
page_at (FettleFlow *self, int number)
{
  while ((int) self->pages->len <= number)
    {
      Page *page = g_new0 (Page, 1);

      page->behind = g_array_new (FALSE, FALSE, sizeof (Mark));
      page->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
      g_ptr_array_add (self->pages, page);
    }
  return self->pages->pdata[number];
}

static void
leave (FettleFlow *self, int number, Mark mark, double bottom, gboolean behind)
{
  Page *page = page_at (self, number);

  if (self->rtl)
    mark.x = self->width - mark.x - mark.width;
  page->used = MAX (page->used, bottom);
  g_array_append_val (behind ? page->behind : page->marks, mark);
}

/* Goes on to the next page where @need points are not left on this one. */
static void
make_room (FettleFlow *self, Cursor *cursor, double need)
{
  if (cursor->y > 0 && cursor->y + need > height_of (self, cursor->page) + NEARLY_NOTHING)
    {
      cursor->page++;
      cursor->y = 0;
    }
}

/* What has to be on the page with whatever stands above. */
static double
first_height (Box *box)
{
  double height = 0;

  switch (box->kind)
    {
    case BOX_TEXT:
      return g_array_index (box->lines, TextLine, MIN (box->lines->len, box->lines->len == 3 ? 3 : 2) - 1).bottom;
    case BOX_STACK:
    case BOX_PAIRS:
      return box->children->len > 0 ? first_height (box->children->pdata[0]) : 0;
    case BOX_PANEL:
      return box->children->len > 0 ? first_height (box->children->pdata[0]) + 2 * PANEL_PADDING : 0;
    case BOX_COLUMNS:
    case BOX_PAIR:
      for (guint i = 0; i < box->children->len; i++)
        height = MAX (height, first_height (box->children->pdata[i]));
      return height;
    case BOX_TICKS:
      return fettle_flow_tick_row_height (box, 0);
    case BOX_TOGETHER:
    case BOX_TICK:
    case BOX_CODE:
    case BOX_IMAGE:
    case BOX_SIGNATURE:
    case BOX_RULE:
    case BOX_GAP:
    default:
      return box->height;
    }
}

static void
place_line (FettleFlow *self, Box *box, PangoLayoutLine *line, int copy, double x, double baseline, Cursor *cursor)
{
  PangoRectangle logical;
  Mark mark = { .kind = MARK_LINE, .copy = copy, .y = baseline, .ink = box->ink, .line = line };
  const gboolean line_rtl = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
  double room;

  pango_layout_line_get_extents (line, NULL, &logical);
  mark.width = (double) logical.width / PANGO_SCALE;
  room = box->width - mark.width;
  mark.x = x;
  if (box->align == FETTLE_ALIGN_END || (box->align == FETTLE_ALIGN_NATURAL && line_rtl != self->rtl))
    mark.x = x + room;
  else if (box->align == FETTLE_ALIGN_CENTER)
    mark.x = x + room / 2;
  leave (self, cursor->page, mark, cursor->y, FALSE);
}

/* How many lines from @first on may stand on this page; none means the next page. */
static guint
lines_that_fit (Box *box, guint first, double room, gboolean at_top)
{
  const TextLine *lines = (const TextLine *) box->lines->data;
  const guint left = box->lines->len - first;
  guint fit = 0;

  while (fit < left && lines[first + fit].bottom - lines[first].top <= room + NEARLY_NOTHING)
    fit++;
  if (fit == left)
    return left;
  if (left - fit == 1 && (fit > 2 || (fit == 2 && !at_top)))
    fit--;
  if (fit < 2 && first == 0 && !at_top)
    return 0;
  return at_top ? MAX (fit, 1) : fit;
}

/* The second copy's words in the place of the first's; it is a title, and is not broken over pages. */
static void
place_other (FettleFlow *self, Box *box, double x, const Cursor *from, Cursor *cursor)
{
  PangoLayoutIter *iter = pango_layout_get_iter (box->other);

  do
    {
      int bottom;

      pango_layout_iter_get_line_yrange (iter, NULL, &bottom);
      cursor->y = MAX (cursor->y, from->y + (double) bottom / PANGO_SCALE);
      place_line (self, box, pango_layout_iter_get_line_readonly (iter), 2, x,
                  from->y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE, cursor);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
place_text (FettleFlow *self, Box *box, double x, Cursor *cursor)
{
  const TextLine *lines = (const TextLine *) box->lines->data;
  guint at = 0;

  if (box->other != NULL)
    make_room (self, cursor, box->height);
  while (at < box->lines->len)
    {
      const guint n = lines_that_fit (box, at, height_of (self, cursor->page) - cursor->y, cursor->y <= 0);
      const double top = lines[at].top;
      const Cursor from = *cursor;

      for (guint i = at; i < at + n; i++)
        {
          cursor->y = from.y + lines[i].bottom - top;
          place_line (self, box, lines[i].line, box->other != NULL ? 1 : 0, x, from.y + lines[i].baseline - top,
                      cursor);
        }
      if (box->other != NULL && at == 0)
        place_other (self, box, x, &from, cursor);
      at += n;
      if (at < box->lines->len)
        *cursor = (Cursor){ cursor->page + 1, 0 };
    }
}

static void
place_stack (FettleFlow *self, Box *box, double x, Cursor *cursor)
{
  for (guint i = 0; i < box->children->len; i++)
    {
      Box *child = box->children->pdata[i];
      Box *next = i + 1 < box->children->len ? box->children->pdata[i + 1] : NULL;

      if (i > 0 && cursor->y > 0)
        cursor->y += fettle_flow_space_above (child);
      if (child->with_next && next != NULL)
        make_room (self, cursor, child->height + fettle_flow_space_above (next) + first_height (next));
      place (self, child, x, cursor);
    }
}

static gboolean
is_later (const Cursor *a, const Cursor *b)
{
  return a->page > b->page || (a->page == b->page && a->y > b->y);
}

static void
place_columns (FettleFlow *self, Box *box, double x, Cursor *cursor)
{
  Cursor end;

  make_room (self, cursor, first_height (box));
  end = *cursor;
  for (guint i = 0; i < box->children->len; i++)
    {
      Box *column = box->children->pdata[i];
      Cursor its = *cursor;

      place_stack (self, column, x + column->x, &its);
      if (is_later (&its, &end))
        end = its;
    }
  *cursor = end;
}

static void
place_pair (FettleFlow *self, Box *pair, double x, Cursor *cursor)
{
  double shift_key, shift_value;
  Cursor key, value;

  fettle_flow_pair_shifts (pair, &shift_key, &shift_value);
  make_room (self, cursor, first_height (pair) + MAX (shift_key, shift_value));
  key = (Cursor){ cursor->page, cursor->y + shift_key };
  value = (Cursor){ cursor->page, cursor->y + shift_value };
  place_text (self, pair->children->pdata[0], x, &key);
  place_text (self, pair->children->pdata[1], x + pair->x, &value);
  *cursor = is_later (&key, &value) ? key : value;
}

static void
place_ticks (FettleFlow *self, Box *ticks, double x, Cursor *cursor)
{
  const guint columns = (guint) ticks->share;

  for (guint i = 0; i < ticks->children->len; i += columns)
    {
      const double height = fettle_flow_tick_row_height (ticks, i);

      if (i > 0 && cursor->y > 0)
        cursor->y += 1;
      make_room (self, cursor, height);
      for (guint k = i; k < MIN (i + columns, ticks->children->len); k++)
        {
          Box *tick = ticks->children->pdata[k];
          Box *text = tick->children->pdata[0];
          const double left = x + (k - i) * ticks->fixed;
          const double base = g_array_index (text->lines, TextLine, 0).baseline;
          const double size = TICK_SIZE (self);
          Cursor its = *cursor;

          leave (self, its.page,
                 (Mark){ .kind = MARK_TICK,
                         .x = left,
                         .y = its.y + base - size + 0.5,
                         .width = size,
                         .height = size,
                         .box = tick },
                 its.y + base, FALSE);
          place_text (self, text, left + TICK_INDENT (self), &its);
        }
      cursor->y += height;
    }
}

static void
place_panel (FettleFlow *self, Box *panel, double x, Cursor *cursor)
{
  Cursor from;

  make_room (self, cursor, first_height (panel));
  from = *cursor;
  cursor->y += PANEL_PADDING;
  place_stack (self, panel, x + PANEL_PADDING, cursor);
  cursor->y += PANEL_PADDING;
  for (int page = from.page; page <= cursor->page; page++)
    {
      const double upper = page == from.page ? from.y : 0;
      const double lower = page == cursor->page ? cursor->y : page_at (self, page)->used + PANEL_PADDING / 2;

      leave (self, page,
             (Mark){ .kind = self->thermal ? MARK_FRAME : MARK_FILL,
                     .x = x,
                     .y = upper,
                     .width = panel->width,
                     .height = lower - upper,
                     .ink = self->thermal ? 0 : 0.94 },
             lower, TRUE);
    }
}

/* What is of one piece: a barcode, a picture, a line to sign on, a rule. */
static void
place_piece (FettleFlow *self, Box *box, double x, Cursor *cursor)
{
  Mark mark = { .x = x, .y = cursor->y, .width = box->fixed, .height = box->height, .box = box };
  const double room = box->width - box->fixed;

  /* The bars stand flush with the text above them: the empty border reaches into the empty margin. */
  const double border = box->kind == BOX_CODE && !self->thermal ? fettle_barcode_border (box->code, box->module) : 0;

  mark.kind = box->kind == BOX_CODE ? MARK_CODE : MARK_IMAGE;
  if (box->align == FETTLE_ALIGN_START)
    mark.x -= border;
  else if (box->align == FETTLE_ALIGN_END)
    mark.x += room + border;
  else if (box->align == FETTLE_ALIGN_CENTER)
    mark.x += room / 2;
  if (box->kind == BOX_RULE || box->kind == BOX_SIGNATURE)
    {
      const double down = box->kind == BOX_RULE ? box->height / 2 : SIGNATURE_SPACE * self->scale;

      mark = (Mark){ .kind = MARK_FILL, .x = x, .y = cursor->y + down, .width = box->width, .height = 0.6 };
      mark.ink = self->thermal ? 0 : box->kind == BOX_RULE ? 0.6 : 0.2;
    }
  leave (self, cursor->page, mark, cursor->y + box->height, FALSE);
  if (box->kind == BOX_SIGNATURE)
    {
      Cursor under = { cursor->page, cursor->y + SIGNATURE_SPACE * self->scale + 1 };

      place_text (self, box->children->pdata[0], x, &under);
    }
  cursor->y += box->height;
}

static void
place (FettleFlow *self, Box *box, double x, Cursor *cursor)
{
  switch (box->kind)
    {
    case BOX_TOGETHER:
      if (box->height <= self->next_height)
        make_room (self, cursor, box->height);
      place_stack (self, box, x, cursor);
      break;
    case BOX_STACK:
    case BOX_PAIRS:
      place_stack (self, box, x, cursor);
      break;
    case BOX_PANEL:
      place_panel (self, box, x, cursor);
      break;
    case BOX_COLUMNS:
      place_columns (self, box, x, cursor);
      break;
    case BOX_PAIR:
      place_pair (self, box, x, cursor);
      break;
    case BOX_TICKS:
      place_ticks (self, box, x, cursor);
      break;
    case BOX_TEXT:
      place_text (self, box, x, cursor);
      break;
    case BOX_CODE:
    case BOX_IMAGE:
    case BOX_SIGNATURE:
    case BOX_RULE:
      make_room (self, cursor, box->height);
      place_piece (self, box, x, cursor);
      break;
    case BOX_TICK:
    case BOX_GAP:
    default:
      break;
    }
}

/**
 * fettle_flow_paginate:
 * @first_height: of the room on the first page, in points
 * @next_height: of the room on every other page, in points
 *
 * Cuts a measured flow into pages. May be called again with other heights.
 *
 * Returns: how many pages there are, at least one
 */
int
fettle_flow_paginate (FettleFlow *self, double first, double next)
{
  Cursor cursor = { 0, 0 };

  self->first_height = first;
  self->next_height = next;
  g_ptr_array_set_size (self->pages, 0);
  page_at (self, 0);
  place_stack (self, self->root, 0, &cursor);
  return (int) self->pages->len;
}

/**
 * fettle_flow_page_height:
 *
 * Returns: how much of the page's height is used, in points
 */
double
fettle_flow_page_height (FettleFlow *self, int page)
{
  g_return_val_if_fail (page >= 0 && page < (int) self->pages->len, 0);
  return ((Page *) self->pages->pdata[page])->used;
}
