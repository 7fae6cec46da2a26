/* test-measures-sheet.c: the page of a period, and the charts that it shares with the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>

#include "fettle-chart.h"
#include "fettle-clock.h"
#include "fettle-measures-sheet.h"

#define MARCH_2   (G_GINT64_CONSTANT (20514))
#define DAY_BEGIN (MARCH_2 * FETTLE_DAY)

/* Some days of a shop: what is closed on day D took D days; or none at all. */
static FettleMeasures *
make_measures (guint n_days, gboolean anything)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (FettleMeasureFacts) facts = fettle_measure_facts_new (zone, DAY_BEGIN + 400 * FETTLE_DAY);
  FettlePeriod period = { MARCH_2, MARCH_2 + n_days - 1 };
  GArray *open = fettle_measure_facts_add_open (facts, DAY_BEGIN + n_days * FETTLE_DAY);

  for (guint i = 0; anything && i < n_days; i++)
    {
      FettleClosedFact job = { .job_id = i + 1, .unit_id = i + 1, .handed_over_at = DAY_BEGIN + i * FETTLE_DAY + 1 };
      FettleReceivedFact in = { i + 1, DAY_BEGIN + i * FETTLE_DAY + 1, FALSE };
      FettleOpenFact standing = { i + 1, DAY_BEGIN - i * FETTLE_DAY };

      job.received_at = job.handed_over_at - (i + 1) * FETTLE_DAY;
      g_array_append_val (facts->closed, job);
      g_array_append_val (facts->received, in);
      g_array_append_val (open, standing);
    }
  return fettle_measures_compute (facts, period);
}

/* How many dots of a chart are not white, and how many of them lie outside its bounds. */
static guint
count_ink (FettleChartKind kind, FettleMeasures *measures, const char *language, guint *outside)
{
  const int width = 300, height = 120, margin = 20;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width + 2 * margin, height + 2 * margin);
  cairo_t *cr = cairo_create (surface);
  guint ink = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, margin, margin);
  fettle_chart_draw (kind, measures, fettle_language_get (language), &fettle_chart_paper_style, cr, width, height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  *outside = 0;
  for (int y = 0; y < height + 2 * margin; y++)
    {
      const guint32 *row
          = (const guint32 *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width + 2 * margin; x++)
        if ((row[x] & 0xffffff) != 0xffffff)
          {
            ink++;
            *outside += x < margin - 1 || y < margin - 1 || x > width + margin || y > height + margin;
          }
    }
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_charts_stay_inside (void)
{
  static const guint days[] = { 1, 7, 31, 92, 365 };
  static const char *const languages[] = { "en", "zh_CN" };

  for (guint d = 0; d < G_N_ELEMENTS (days); d++)
    for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
      for (FettleChartKind kind = 0; kind < FETTLE_N_CHARTS; kind++)
        {
          g_autoptr (FettleMeasures) measures = make_measures (days[d], TRUE);
          guint outside = 0;

          g_assert_cmpuint (count_ink (kind, measures, languages[l], &outside), >, 200);
          g_assert_cmpuint (outside, ==, 0);
        }
}

/* A chart of nothing is two words, not an empty frame. */
static void
test_charts_of_nothing (void)
{
  g_autoptr (FettleMeasures) measures = make_measures (31, FALSE);

  for (FettleChartKind kind = 0; kind < FETTLE_N_CHARTS; kind++)
    {
      guint outside = 0;
      guint ink = count_ink (kind, measures, "en", &outside);

      g_assert_cmpuint (ink, >, 20);
      g_assert_cmpuint (ink, <, 400);
    }
}

static void
test_summaries (void)
{
  g_autoptr (FettleMeasures) measures = make_measures (31, TRUE);
  g_autofree char *flow = fettle_chart_summary (FETTLE_CHART_FLOW, measures, fettle_language_get ("en"));
  g_autofree char *ages = fettle_chart_summary (FETTLE_CHART_AGES, measures, fettle_language_get ("en"));
  g_autofree char *lengths = fettle_chart_summary (FETTLE_CHART_LENGTHS, measures, fettle_language_get ("en"));
  g_autofree char *turnaround = fettle_chart_summary (FETTLE_CHART_TURNAROUND, measures, fettle_language_get ("en"));

  g_assert_cmpstr (flow, ==, "31 taken in, 31 handed over");
  g_assert_true (g_str_has_prefix (ages, "0–2 days: 0, "));
  g_assert_nonnull (strstr (lengths, "up to 3 days: 2, up to 7 days: 4"));
  g_assert_cmpstr (turnaround, ==, "16 days");
}

/* Whatever the shop did, the page is two sheets of A4 at the most, and the same data give the same page. */
static void
test_page (void)
{
  static const guint days[] = { 1, 31, 365 };
  g_autoptr (FettleServicePoint) shop = fettle_service_point_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *folder = g_dir_make_tmp ("fettle-page-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL);

  shop->name = g_strdup ("Corner Repairs");
  for (guint i = 0; i < 2 * G_N_ELEMENTS (days); i++)
    {
      g_autoptr (FettleMeasures) measures = make_measures (days[i / 2], i % 2 == 0);
      g_autoptr (FettleDocument) page
          = fettle_measures_sheet_new (measures, shop, NULL, fettle_language_get ("en"), zone);
      g_autoptr (GError) error = NULL;
      g_autofree char *content = NULL;
      double width, height;

      fettle_document_page_size (page, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, 595.28, 0.1);
      g_assert_cmpfloat_with_epsilon (height, 841.89, 0.1);
      g_assert_cmpint (fettle_document_n_pages (page), <=, 2);
      g_assert_true (g_str_has_prefix (fettle_document_get_title (page), "How the shop did Mon 2 Mar 2026"));
      g_assert_true (fettle_document_write_pdf (page, path, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_true (g_str_has_prefix (content, "%PDF"));
    }
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures-sheet/charts-stay-inside", test_charts_stay_inside);
  g_test_add_func ("/measures-sheet/charts-of-nothing", test_charts_of_nothing);
  g_test_add_func ("/measures-sheet/summaries", test_summaries);
  g_test_add_func ("/measures-sheet/page", test_page);
  return g_test_run ();
}
