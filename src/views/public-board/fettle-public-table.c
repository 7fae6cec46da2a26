/* fettle-public-table.c: the rows of the public board that fit, one page at a time.
 *
 * A grid of labels: a row of headings, and as many rows as the height holds. Rows past these are on further pages.
 * Belongs to the public board's window; main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-public-table.h"

#include <glib/gi18n-lib.h>

#include "fettle-clock.h"
#include "fettle-public-board.h"
#include "fettle-words.h"

struct _FettlePublicTable
{
  GtkWidget parent_instance;
  GtkGrid *grid;
  gboolean is_short;
  FettleLanguage *language;
  GTimeZone *zone;
  GPtrArray *rows;

  /* How many rows stand in the grid, below the headings, and which page they show. */
  guint n_lines;
  guint page;
  guint fit_source;
  int height;
  int highest;
};

G_DEFINE_FINAL_TYPE (FettlePublicTable, fettle_public_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SHORT,
};

static const struct
{
  const char *heading;
  const char *css_class;
  gboolean wide;
  gboolean ellipsized;
} columns[] = {
  { NC_ ("public board", "Number"), "number", FALSE, FALSE },
  { NC_ ("public board", "Device"), "model", TRUE, TRUE },
  { NC_ ("public board", "Where it is"), "stage", FALSE, FALSE },
  { NC_ ("public board", "In line"), "position", FALSE, FALSE },
  { NC_ ("public board", "Promised"), "promised", FALSE, FALSE },
};

static guint pages_signal;

static guint
n_columns (FettlePublicTable *self)
{
  return self->is_short ? 1 : G_N_ELEMENTS (columns);
}

static void
add_line (FettlePublicTable *self, guint line)
{
  for (guint i = 0; i < n_columns (self); i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label),
                               columns[i].ellipsized || self->is_short ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
      gtk_widget_set_hexpand (label, columns[i].wide);
      gtk_widget_add_css_class (label, columns[i].css_class);
      gtk_widget_add_css_class (label, line == 0 ? "heading-line" : "line");
      gtk_grid_attach (self->grid, label, (int) i, (int) line, 1, 1);
    }
}

static void
set_cell (FettlePublicTable *self, guint line, guint column, const char *text)
{
  gtk_label_set_label (GTK_LABEL (gtk_grid_get_child_at (self->grid, (int) column, (int) line)),
                       text != NULL ? text : "");
}

/* A moment that is past says only which day it was for: nobody is put to shame before the other customers. */
static char *
promised_words (FettlePublicTable *self, gint64 due)
{
  gint64 now = fettle_clock_now ();

  if (due == 0)
    return g_strdup ("");
  if (due < now)
    return fettle_language_format_day_short (self->language, due, self->zone);
  return fettle_language_format_due (self->language, due, now, self->zone);
}

/* The number, and the model small below it: a narrow column. */
static void
show_short_row (FettlePublicTable *self, guint line, FettlePublicRow *row)
{
  GtkLabel *cell = GTK_LABEL (gtk_grid_get_child_at (self->grid, 0, (int) line));
  g_autofree char *markup
      = g_markup_printf_escaped ("%s\n<span size='60%%' weight='normal'>%s</span>", row != NULL ? row->number : "",
                                 row != NULL && row->model != NULL ? row->model : "");

  gtk_label_set_markup (cell, markup);
  gtk_label_set_width_chars (cell, 11);
  gtk_label_set_max_width_chars (cell, 11);
}

static void
show_row (FettlePublicTable *self, guint line, FettlePublicRow *row)
{
  g_autofree char *position = NULL;
  g_autofree char *promised = NULL;

  if (self->is_short)
    {
      show_short_row (self, line, row);
      return;
    }
  set_cell (self, line, 0, row != NULL ? row->number : NULL);
  set_cell (self, line, 1, row != NULL ? row->model : NULL);
  if (row != NULL)
    {
      position = row->position > 0 ? fettle_language_format_number (self->language, row->position) : NULL;
      promised = promised_words (self, row->promised_due);
    }
  set_cell (self, line, 2, row != NULL ? fettle_words_stage_public (self->language, row->stage) : NULL);
  set_cell (self, line, 3, position);
  set_cell (self, line, 4, promised);
}

static void
show_page (FettlePublicTable *self)
{
  guint first = self->page * self->n_lines;

  for (guint i = 0; i < self->n_lines; i++)
    show_row (self, i + 1, first + i < self->rows->len ? self->rows->pdata[first + i] : NULL);
}

static void
set_lines (FettlePublicTable *self, guint n_lines)
{
  for (guint line = self->n_lines + 1; line <= n_lines; line++)
    add_line (self, line);
  for (guint line = self->n_lines; line > n_lines; line--)
    gtk_grid_remove_row (self->grid, (int) line);
  self->n_lines = n_lines;
  self->page = MIN (self->page, fettle_public_table_n_pages (self) - 1);
  show_page (self);
  g_signal_emit (self, pages_signal, 0);
}

/* The letters of a line stand on one line, so that what is above it in one cell and below it in another adds up. */
static int
line_height (FettlePublicTable *self, guint line)
{
  int height = 0, above = 0, below = 0;

  for (guint i = 0; i < n_columns (self); i++)
    {
      int natural = 0, baseline = -1;

      gtk_widget_measure (gtk_grid_get_child_at (self->grid, (int) i, (int) line), GTK_ORIENTATION_VERTICAL, -1, NULL,
                          &natural, NULL, &baseline);
      height = MAX (height, natural);
      if (baseline >= 0)
        {
          above = MAX (above, baseline);
          below = MAX (below, natural - baseline);
        }
    }
  return MAX (height, above + below);
}

/* Lines with other letters are higher. The highest that was seen at this size counts, so that a line that goes does not
 * bring itself back. */
static int
highest_line (FettlePublicTable *self)
{
  for (guint line = 1; line <= self->n_lines; line++)
    self->highest = MAX (self->highest, line_height (self, line));
  return self->highest;
}

static gboolean
fit (gpointer data)
{
  FettlePublicTable *self = data;
  int left = gtk_widget_get_height (GTK_WIDGET (self)) - line_height (self, 0);
  int line = highest_line (self);
  guint n_lines = line > 0 ? (guint) MAX (left / line, 1) : 1;

  self->fit_source = 0;
  if (n_lines != self->n_lines)
    set_lines (self, n_lines);
  return G_SOURCE_REMOVE;
}

static void
fettle_public_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FettlePublicTable *self = FETTLE_PUBLIC_TABLE (widget);
  GtkAllocation all = { 0, 0, width, 0 };
  int natural;

  gtk_widget_measure (GTK_WIDGET (self->grid), GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  all.height = MAX (natural, 1);
  if (height != self->height)
    self->highest = 0;
  self->height = height;
  gtk_widget_size_allocate (GTK_WIDGET (self->grid), &all, -1);
  if (self->fit_source == 0)
    self->fit_source = g_idle_add (fit, self);
}

/* As high as it gets; the lines follow the height, not the other way round. */
static void
fettle_public_table_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  FettlePublicTable *self = FETTLE_PUBLIC_TABLE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (GTK_WIDGET (self->grid), orientation, -1, minimum, natural, NULL, NULL);
  else
    *minimum = *natural = line_height (self, 0) + line_height (self, 1);
}

static void
fettle_public_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHORT)
    FETTLE_PUBLIC_TABLE (object)->is_short = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fettle_public_table_constructed (GObject *object)
{
  FettlePublicTable *self = FETTLE_PUBLIC_TABLE (object);

  G_OBJECT_CLASS (fettle_public_table_parent_class)->constructed (object);
  add_line (self, 0);
  set_lines (self, 1);
}

static void
fettle_public_table_dispose (GObject *object)
{
  FettlePublicTable *self = FETTLE_PUBLIC_TABLE (object);
  GtkWidget *grid = GTK_WIDGET (g_steal_pointer (&self->grid));

  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_clear_pointer (&grid, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  G_OBJECT_CLASS (fettle_public_table_parent_class)->dispose (object);
}

static void
fettle_public_table_class_init (FettlePublicTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = fettle_public_table_set_property;
  object_class->constructed = fettle_public_table_constructed;
  object_class->dispose = fettle_public_table_dispose;
  widget_class->measure = fettle_public_table_measure;
  widget_class->size_allocate = fettle_public_table_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "publictable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  pages_signal
      = g_signal_new ("pages", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_object_class_install_property (object_class, PROP_SHORT,
                                   g_param_spec_boolean ("short", NULL, NULL, FALSE,
                                                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                             | G_PARAM_STATIC_STRINGS));
}

static void
fettle_public_table_init (FettlePublicTable *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}

/**
 * fettle_public_table_set_language:
 * @language: of the board
 * @zone: (nullable): of the service point
 */
void
fettle_public_table_set_language (FettlePublicTable *self, FettleLanguage *language, GTimeZone *zone)
{
  self->language = language;
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  for (guint i = 0; i < n_columns (self) && !self->is_short; i++)
    set_cell (self, 0, i, fettle_language_text_context (language, "public board", columns[i].heading));
  show_page (self);
}

/**
 * fettle_public_table_set_rows:
 * @rows: (element-type FettlePublicRow): all of them
 */
void
fettle_public_table_set_rows (FettlePublicTable *self, GPtrArray *rows)
{
  g_ptr_array_unref (self->rows);
  self->rows = g_ptr_array_ref (rows);
  self->page = MIN (self->page, fettle_public_table_n_pages (self) - 1);
  show_page (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * fettle_public_table_refresh:
 *
 * Writes the words again that depend on the time.
 */
void
fettle_public_table_refresh (FettlePublicTable *self)
{
  show_page (self);
}

/**
 * fettle_public_table_turn:
 *
 * Shows the next page; after the last comes the first.
 */
void
fettle_public_table_turn (FettlePublicTable *self)
{
  self->page = (self->page + 1) % fettle_public_table_n_pages (self);
  show_page (self);
}

/**
 * fettle_public_table_n_pages:
 *
 * Returns: how many pages the rows take, at least one
 */
guint
fettle_public_table_n_pages (FettlePublicTable *self)
{
  return MAX ((self->rows->len + self->n_lines - 1) / MAX (self->n_lines, 1), 1);
}

guint
fettle_public_table_get_page (FettlePublicTable *self)
{
  return self->page;
}
