/* fettle-flow.c: blocks of text set one under the other, and cut into pages: the building of them.
 *
 * A document says what comes after what; fonts, sizes and distances are decided here, so that all papers of a shop look
 * of one hand. Every text is its own paragraph with its own direction. Chinese characters are tagged as Chinese even in
 * an English sheet, because the same code point is drawn otherwise in Japanese. A flow is used on one thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-flow-dropped.h"
#include "fettle-flow-private.h"

#include <string.h>

typedef struct
{
  const char *family;
  double size;
  PangoWeight weight;
  double ink;
  double before;
} Look;

/* What most people can read on paper without glasses. */
#define LEAST_SIZE 6.4

#define SANS "Noto Sans, DejaVu Sans, Sans"
#define MONO "Noto Sans Mono, DejaVu Sans Mono, Monospace"

/* Sizes in points at scale 1. */
static const Look looks[FETTLE_N_TEXT_STYLES] = {
  [FETTLE_TEXT_BODY] = { SANS, 9.5, PANGO_WEIGHT_NORMAL, 0, 1 },
  [FETTLE_TEXT_STRONG] = { SANS, 9.5, PANGO_WEIGHT_BOLD, 0, 1 },
  [FETTLE_TEXT_SMALL] = { SANS, 8.2, PANGO_WEIGHT_NORMAL, 0, 0.5 },
  [FETTLE_TEXT_FINE] = { SANS, 7.8, PANGO_WEIGHT_NORMAL, 0.3, 0.5 },
  [FETTLE_TEXT_KEY] = { SANS, 8, PANGO_WEIGHT_NORMAL, 0.36, 1 },
  [FETTLE_TEXT_HEADING] = { SANS, 8.6, PANGO_WEIGHT_BOLD, 0, 5 },
  [FETTLE_TEXT_LARGE] = { SANS, 11.5, PANGO_WEIGHT_BOLD, 0, 1 },
  [FETTLE_TEXT_SHOP] = { SANS, 13, PANGO_WEIGHT_BOLD, 0, 0 },
  [FETTLE_TEXT_TITLE] = { SANS, 12, PANGO_WEIGHT_NORMAL, 0, 0 },
  [FETTLE_TEXT_NUMBER] = { SANS, 19, PANGO_WEIGHT_BOLD, 0, 0 },
  [FETTLE_TEXT_HUGE] = { SANS, 46, PANGO_WEIGHT_BOLD, 0, 0 },
  [FETTLE_TEXT_MONO] = { MONO, 7.4, PANGO_WEIGHT_NORMAL, 0.3, 0.5 },
};

static void
box_free (Box *box)
{
  g_clear_pointer (&box->children, g_ptr_array_unref);
  g_clear_pointer (&box->lines, g_array_unref);
  g_clear_object (&box->layout);
  g_clear_object (&box->other);
  g_clear_pointer (&box->code, fettle_barcode_free);
  g_clear_pointer (&box->image, cairo_surface_destroy);
  g_free (box);
}

static Box *
box_new (BoxKind kind)
{
  Box *box = g_new0 (Box, 1);

  box->kind = kind;
  box->children = g_ptr_array_new_with_free_func ((GDestroyNotify) box_free);
  return box;
}

static Box *
top (FettleFlow *self)
{
  return self->open->pdata[self->open->len - 1];
}

static Box *
add (FettleFlow *self, BoxKind kind, double before)
{
  Box *box = box_new (kind);

  box->before = before * self->scale;
  g_ptr_array_add (top (self)->children, box);
  return box;
}

/* Rows of one kind that follow each other stand in one group, so that they share their columns. */
static Box *
group (FettleFlow *self, BoxKind kind, double before)
{
  GPtrArray *children = top (self)->children;

  if (children->len > 0 && ((Box *) children->pdata[children->len - 1])->kind == kind)
    return children->pdata[children->len - 1];
  return add (self, kind, before);
}

static Box *
add_to (FettleFlow *self, Box *parent, BoxKind kind, double before)
{
  Box *box = box_new (kind);

  box->before = before * self->scale;
  g_ptr_array_add (parent->children, box);
  return box;
}

/* Any text can be printed: what is not UTF-8 is replaced, and a control character does not become a box with digits. */
static char *
printable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar letter = g_utf8_get_char (at);

      if (letter == '\r')
        continue;
      if (letter == '\t' || (letter != '\n' && g_unichar_iscntrl (letter)))
        g_string_append_c (clean, ' ');
      else
        g_string_append_unichar (clean, letter);
    }
  g_strchomp (clean->str);
  return g_string_free (clean, FALSE);
}

static gboolean
is_han (gunichar letter)
{
  return letter >= 0x2e80
         && (g_unichar_get_script (letter) == G_UNICODE_SCRIPT_HAN || (letter & ~0x3f) == 0x3000
             || (letter >= 0xff00 && letter <= 0xffef));
}

static void
tag_han (PangoAttrList *attributes, const char *text)
{
  PangoAttribute *tag = NULL;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!is_han (g_utf8_get_char (at)))
        {
          tag = NULL;
          continue;
        }
      if (tag == NULL)
        {
          tag = pango_attr_language_new (pango_language_from_string ("zh-cn"));
          tag->start_index = (guint) (at - text);
          pango_attr_list_insert (attributes, tag);
        }
      tag->end_index = (guint) (g_utf8_next_char (at) - text);
    }
}

static gboolean
has_letters (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text != '\0';
}

/* A phone number has no direction of its own: from right to left its groups would change places. */
static PangoContext *
context_for (FettleFlow *self, const char *text)
{
  return self->numbers != NULL && !has_letters (text) ? self->numbers : self->context;
}

static PangoLayout *
make_layout (FettleFlow *self, FettleTextStyle style, const char *text)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *clean = printable (text);
  const Look *look = &looks[style];
  PangoLayout *layout = pango_layout_new (context_for (self, clean));

  pango_font_description_set_family_static (font, look->family);
  pango_font_description_set_weight (font, look->weight);
  pango_font_description_set_absolute_size (font, MAX (look->size * self->scale, LEAST_SIZE) * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, clean, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (layout, TRUE);
  /* A hyphen where a serial number was broken would be read as part of it. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (!self->han)
    tag_han (attributes, clean);
  fettle_flow_dropped_mark (layout, attributes);
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static void
set_text (FettleFlow *self, Box *box, FettleTextStyle style, FettleAlign align, const char *text)
{
  box->layout = make_layout (self, style, text);
  box->align = align;
  box->ink = self->thermal ? 0 : looks[style].ink;
}

static PangoContext *
make_context (const char *tag, gboolean rtl)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* The same widths on every device: a line that breaks in the preview breaks there on paper. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  fettle_flow_dropped_prepare (context);
  pango_context_set_language (context, pango_language_from_string (tag));
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return context;
}

void
fettle_flow_mark_free_page (Page *page)
{
  g_array_unref (page->behind);
  g_array_unref (page->marks);
  g_free (page);
}

/**
 * fettle_flow_new:
 * @tag: language of the page, such as zh-cn
 * @rtl: whether that language begins its lines at the right
 * @thermal: no greys
 * @scale: of all sizes; 1 is a body of 9.5 points
 *
 * Returns: (transfer full): an empty flow
 */
FettleFlow *
fettle_flow_new (const char *tag, gboolean rtl, gboolean thermal, double scale)
{
  FettleFlow *self = g_new0 (FettleFlow, 1);

  self->context = make_context (tag, rtl);
  self->numbers = rtl ? make_context (tag, FALSE) : NULL;
  self->rtl = rtl;
  self->thermal = thermal;
  self->han = g_str_has_prefix (tag, "zh") || g_str_has_prefix (tag, "ja") || g_str_has_prefix (tag, "ko");
  self->scale = scale;
  self->root = box_new (BOX_STACK);
  self->open = g_ptr_array_new ();
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) fettle_flow_mark_free_page);
  g_ptr_array_add (self->open, self->root);
  return self;
}

void
fettle_flow_free (FettleFlow *self)
{
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->open);
  box_free (self->root);
  g_object_unref (self->context);
  g_clear_object (&self->numbers);
  g_free (self);
}

/**
 * fettle_flow_text:
 * @text: (nullable): UTF-8, of any script; line breaks are kept. %NULL and "" add nothing
 *
 * A paragraph. Words too long for the line are broken; a page never takes or leaves a single line of it.
 */
void
fettle_flow_text (FettleFlow *self, FettleTextStyle style, FettleAlign align, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  set_text (self, add (self, BOX_TEXT, looks[style].before), style, align, text);
}

/**
 * fettle_flow_text_of_copies:
 * @a: on the first copy
 * @b: on the second
 *
 * A line that differs between the copies of one document.
 */
void
fettle_flow_text_of_copies (FettleFlow *self, FettleTextStyle style, FettleAlign align, const char *a, const char *b)
{
  Box *box = add (self, BOX_TEXT, looks[style].before);

  set_text (self, box, style, align, a);
  box->other = make_layout (self, style, b);
}

/**
 * fettle_flow_text_lines:
 * @text: (nullable):
 * @lines: at most; what is beyond ends in "…"
 *
 * A text that may be shortened, for labels.
 */
void
fettle_flow_text_lines (FettleFlow *self, FettleTextStyle style, const char *text, int lines)
{
  g_autofree char *one = NULL;
  Box *box;

  if (text == NULL || *text == '\0')
    return;
  one = g_strdelimit (g_strdup (text), "\n\r", ' ');
  box = add (self, BOX_TEXT, 0);
  set_text (self, box, style, FETTLE_ALIGN_START, one);
  pango_layout_set_ellipsize (box->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (box->layout, -lines);
}

/**
 * fettle_flow_heading:
 *
 * A heading, which never stays alone at the foot of a page.
 */
void
fettle_flow_heading (FettleFlow *self, const char *text)
{
  Box *box = add (self, BOX_TEXT, looks[FETTLE_TEXT_HEADING].before);

  set_text (self, box, FETTLE_TEXT_HEADING, FETTLE_ALIGN_START, text);
  box->with_next = TRUE;
}

static void
add_pair (FettleFlow *self, FettleTextStyle style, const char *key, const char *value)
{
  Box *pair;

  if (value == NULL || *value == '\0')
    return;
  pair = add_to (self, group (self, BOX_PAIRS, 1), BOX_PAIR, 1);
  set_text (self, add_to (self, pair, BOX_TEXT, 0), FETTLE_TEXT_KEY, FETTLE_ALIGN_START, key);
  set_text (self, add_to (self, pair, BOX_TEXT, 0), style, FETTLE_ALIGN_START, value);
}

/**
 * fettle_flow_pair:
 * @value: (nullable): %NULL and "" add nothing
 *
 * A row of what it is and what it says. Rows that follow each other have one column for what they are.
 */
void
fettle_flow_pair (FettleFlow *self, const char *key, const char *value)
{
  add_pair (self, FETTLE_TEXT_BODY, key, value);
}

/**
 * fettle_flow_strong_pair:
 *
 * As fettle_flow_pair(), the value in bold.
 */
void
fettle_flow_strong_pair (FettleFlow *self, const char *key, const char *value)
{
  add_pair (self, FETTLE_TEXT_STRONG, key, value);
}

/**
 * fettle_flow_row:
 * @text: at the start
 * @amount: at the end, not broken
 *
 * A row of a table of sums.
 */
void
fettle_flow_row (FettleFlow *self, FettleTextStyle style, const char *text, const char *amount)
{
  Box *row = add (self, BOX_PAIR, 1);

  set_text (self, add_to (self, row, BOX_TEXT, 0), style, FETTLE_ALIGN_START, text);
  set_text (self, add_to (self, row, BOX_TEXT, 0), style, FETTLE_ALIGN_END, amount);
}

/**
 * fettle_flow_tick:
 *
 * A small square with words behind it, ticked or to be ticked by hand. Those that follow each other share columns.
 */
void
fettle_flow_tick (FettleFlow *self, const char *text, gboolean ticked)
{
  Box *tick = add_to (self, group (self, BOX_TICKS, 1.5), BOX_TICK, 1);

  tick->ticked = ticked;
  set_text (self, add_to (self, tick, BOX_TEXT, 0), FETTLE_TEXT_BODY, FETTLE_ALIGN_START, text);
}

/**
 * fettle_flow_barcode:
 * @code: (transfer full):
 * @module: width of a module in points
 * @height: of bars, in points
 */
void
fettle_flow_barcode (FettleFlow *self, FettleBarcode *code, double module, double height, FettleAlign align)
{
  Box *box = add (self, BOX_CODE, 2);

  box->code = code;
  box->module = module;
  box->fixed = fettle_barcode_width (code, module);
  box->height = fettle_barcode_height (code, module, height);
  box->align = align;
}

/**
 * fettle_flow_image:
 * @image: a reference is taken
 * @width: the most it may take, in points
 * @height: the most it may take, in points
 *
 * A picture, as large as both bounds let it be with its own proportions.
 */
void
fettle_flow_image (FettleFlow *self, cairo_surface_t *image, double width, double height, FettleAlign align)
{
  Box *box = add (self, BOX_IMAGE, 0);
  double wide, high, scale;

  fettle_flow_image_size (image, &wide, &high);
  scale = MIN (width / wide, height / high);
  box->image = cairo_surface_reference (image);
  box->fixed = wide * scale;
  box->height = high * scale;
  box->align = align;
}

/**
 * fettle_flow_signature:
 *
 * Room to sign, a line, and under it who signs.
 */
void
fettle_flow_signature (FettleFlow *self, const char *text)
{
  Box *box = add (self, BOX_SIGNATURE, 0);

  set_text (self, add_to (self, box, BOX_TEXT, 0), FETTLE_TEXT_FINE, FETTLE_ALIGN_START, text);
}

void
fettle_flow_rule (FettleFlow *self)
{
  add (self, BOX_RULE, 0);
}

/**
 * fettle_flow_gap:
 * @height: points at scale 1; nothing at the top of a page
 */
void
fettle_flow_gap (FettleFlow *self, double height)
{
  add (self, BOX_GAP, height);
}

static Box *
begin (FettleFlow *self, BoxKind kind, double before)
{
  Box *box = add (self, kind, before);

  g_ptr_array_add (self->open, box);
  return box;
}

/**
 * fettle_flow_begin_columns:
 * @gap: between them, in points
 *
 * Columns side by side; inside come only columns. Each runs on to the next page by itself.
 */
void
fettle_flow_begin_columns (FettleFlow *self, double gap)
{
  begin (self, BOX_COLUMNS, 0)->fixed = gap;
}

/**
 * fettle_flow_begin_column:
 * @share: of what fixed columns leave, against the other columns' shares
 */
void
fettle_flow_begin_column (FettleFlow *self, double share)
{
  begin (self, BOX_STACK, 0)->share = share;
}

void
fettle_flow_begin_fixed_column (FettleFlow *self, double width)
{
  begin (self, BOX_STACK, 0)->fixed = width;
}

/**
 * fettle_flow_begin_together:
 *
 * What is inside stays on one page if one page can hold it.
 */
void
fettle_flow_begin_together (FettleFlow *self)
{
  begin (self, BOX_TOGETHER, 0);
}

/**
 * fettle_flow_begin_panel:
 *
 * What is inside stands out: on a light ground, or in a frame on paper without greys.
 */
void
fettle_flow_begin_panel (FettleFlow *self)
{
  begin (self, BOX_PANEL, 4);
}

void
fettle_flow_end (FettleFlow *self)
{
  g_return_if_fail (self->open->len > 1);
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
}
