/* samples.c: a small shop and its jobs, to be printed by tests and by eye.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "samples.h"

#include <cairo.h>

#define HOUR G_TIME_SPAN_HOUR
#define DAY  G_TIME_SPAN_DAY

typedef struct
{
  const char *name;
  const char *language;
  const char *customer;
  const char *phones;
  const char *address;
  const char *email;
  const char *category;
  const char *brand;
  const char *model;
  const char *serial;
  const char *imei;
  const char *sold_on;
  const char *fault;
  const char *condition;
  const char *accessories;
  const char *promise;
  const char *taken_by;
} Sample;

static const Sample samples[N_SAMPLES] = {
  [SAMPLE_SHORT] = { "short", "en", "Ann", "555 0100", NULL, NULL, "Mobile", "Nokia", "3310", NULL, NULL, NULL,
                     "Silent", NULL, "Case", "", "Li" },
  [SAMPLE_PLAIN]
  = { "plain", "en", "Margaret O’Neill", "+44 20 7946 0018;+44 7700 900123", "14 Quay Street\nBristol BS1 5TQ",
      "margaret@example.org", "Laptop", "Lenovo", "ThinkPad X13 Gen 2", "PF-3XK9LQ", NULL, "2024-10-03",
      "It switches itself off after ten minutes, mostly when it is on the charger. The fan was loud for "
      "a week and is silent now. I need the photographs that are on it.",
      "Scratches on the lid, one rubber foot missing, screen without fault", "Charger;Bag;Mouse",
      "We tell you the fault and the price", "Sam Turner" },
  [SAMPLE_CHINESE]
  = { "chinese", "zh_CN", "王小明", "138 0013 8000;021-5555 0199", "上海市静安区南京西路 1266 号 3 楼",
      "wang@example.cn", "Mobile", "华为", "Mate 60 Pro", "A8K4C20318002217", "490154203237518", "2026-03-18",
      "手机掉进水里以后屏幕左边不亮，充电的时候会发热，扬声器声音很小。里面的照片没有备份，请不要清除数据。如果修不好，"
      "请如实告诉我。",
      "边框有磕碰，后盖有划痕，屏幕无裂纹", "充电器;数据线;保护壳;SIM 卡", "检查以后告诉您故障和价格", "李师傅" },
  [SAMPLE_MIXED]
  = { "mixed", "en", "محمد Chen 陈 Σωκράτης", "+971 4 555 0134", "شارع الشيخ زايد 12، Dubai 迪拜", NULL, "Tablet",
      "Samsung", "Galaxy Tab 三星 S9", "RF8W-直骨-شاشة", NULL, "2025-01-31",
      "الشاشة مكسورة after it fell 从桌子上掉下来 and the button does nothing", "骨 直 角 with a scratch خدش",
      "شاحن;Stylus 触控笔;Cover", "نتصل بك we call you 我们会打电话", "Zoë Żółć" },
  [SAMPLE_LONG]
  = { "long", "en", "Her Excellency the Dowager Lady Philippa Wotherspoon-Featherstonehaugh of Upper Slaughter",
      "+44 20 7946 0018;+44 7700 900123;+44 1865 496 0000",
      "The Old Rectory\nChurch Lane\nUpper Slaughter\nCheltenham\nGloucestershire GL54 2JB",
      "philippa.wotherspoon-featherstonehaugh@a-very-long-domain-name.example.org", "PC accessory",
      "Featherstonehaugh Electronics", "Wunderkammer 9000 Professional Edition (second revision)",
      "SN0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "490154203237518", "2024-02-29",
      NULL, NULL, NULL, "We look at all of it and write to you", "Bartholomew Cholmondeley" },
  [SAMPLE_BARE] = { "bare", "en", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, "Wants advice", NULL,
                    NULL, NULL, NULL },
};

const char *
sample_name (SampleKind kind)
{
  return samples[kind].name;
}

const char *
sample_language (SampleKind kind)
{
  return samples[kind].language;
}

/* Forty lines that each can be found again. */
static char *
forty_lines (const char *word)
{
  GString *text = g_string_new (NULL);

  for (int i = 1; i <= 40; i++)
    g_string_append_printf (text, "%s%s%02d was said at the counter and is written down as it was said",
                            i > 1 ? "\n" : "", word, i);
  return g_string_free (text, FALSE);
}

FettleServicePoint *
sample_shop (SampleKind kind)
{
  FettleServicePoint *shop = fettle_service_point_new ();
  const gboolean chinese = kind == SAMPLE_CHINESE;

  shop->name = g_strdup (chinese ? "静安电子维修中心" : "Quayside Repairs");
  shop->timezone = g_strdup (SAMPLE_ZONE);
  shop->currency = g_strdup (chinese ? "CNY" : "GBP");
  shop->language = g_strdup (samples[kind].language);
  if (kind == SAMPLE_BARE || kind == SAMPLE_SHORT)
    return shop;
  shop->address = g_strdup (chinese ? "上海市静安区愚园路 108 号 一层" : "3 Wharf Lane, Bristol BS1 4RW");
  shop->phone = g_strdup (chinese ? "021-6289 0000" : "+44 117 496 0099");
  shop->email = g_strdup ("desk@fettle.example");
  shop->website = g_strdup ("fettle.example");
  shop->registration = g_strdup (chinese ? "统一社会信用代码 91310106MA1FY00000" : "Registered in England 01234567");
  shop->status_address = g_strdup ("https://fettle.example/s/");
  return shop;
}

static void
add_parts (FettleJob *job, const Sample *sample, SampleKind kind, gboolean handed_over)
{
  g_auto (GStrv) names = g_strsplit (sample->accessories != NULL ? sample->accessories : "", ";", -1);

  for (int i = 0; kind == SAMPLE_LONG ? i < 40 : names[i] != NULL; i++)
    {
      FettleAccessory *accessory = fettle_accessory_new ();

      accessory->id = i + 1;
      accessory->name = kind == SAMPLE_LONG ? g_strdup_printf ("Accessory%02d", i + 1) : g_strdup (names[i]);
      accessory->returned_at = handed_over && i != 1 ? SAMPLE_NOW : 0;
      g_ptr_array_add (job->accessories, accessory);
    }
}

static void
add_promise (FettleJob *job, const Sample *sample, SampleKind kind, gboolean handed_over)
{
  FettlePromise *promise;

  if (sample->promise == NULL)
    return;
  promise = fettle_promise_new ();
  promise->kind = g_strdup ("ready");
  promise->text = g_strdup (sample->promise);
  promise->made_at = job->summary->received_at;
  promise->state = handed_over ? FETTLE_PROMISE_KEPT : FETTLE_PROMISE_OPEN;
  promise->due = SAMPLE_NOW + (kind == SAMPLE_LONG ? 9 * DAY : DAY + 7 * HOUR);
  promise->first_due = kind == SAMPLE_LONG ? SAMPLE_NOW + 3 * DAY : promise->due;
  g_ptr_array_add (job->promises, promise);
}

static void
add_people_and_things (FettleJob *job, const Sample *sample)
{
  if (sample->customer != NULL)
    {
      job->customer = fettle_customer_new ();
      job->customer->name = g_strdup (sample->customer);
      job->customer->phones = g_strsplit (sample->phones, ";", -1);
      job->customer->address = g_strdup (sample->address);
      job->customer->email = g_strdup (sample->email);
    }
  if (sample->category != NULL)
    {
      job->unit = fettle_unit_new ();
      job->unit->category = g_strdup (sample->category);
      job->unit->brand = g_strdup (sample->brand);
      job->unit->model = g_strdup (sample->model);
      job->unit->serial = g_strdup (sample->serial);
      job->unit->imei = g_strdup (sample->imei);
      job->unit->sold_on = g_strdup (sample->sold_on);
    }
}

static void
add_event (FettleJob *job, FettleEventKind kind, gboolean customer_may_read, const char *words)
{
  FettleEvent *event = fettle_event_new ();

  event->kind = kind;
  event->seq = job->events->len + 1;
  event->at = SAMPLE_NOW;
  event->by_name = g_strdup ("Robin Counter");
  event->customer_may_read = customer_may_read;
  event->words = g_strdup (words);
  g_ptr_array_add (job->events, event);
}

/* Notes for the customer and for staff, one that was erased, and two that are damaged. */
static void
add_notes (FettleJob *job)
{
  add_event (job, FETTLE_EVENT_NOTED, TRUE, "{\"note\":\"New fan fitted and dust removed\"}");
  add_event (job, FETTLE_EVENT_NOTED, FALSE, "{\"note\":\"Secret of the bench\"}");
  add_event (job, FETTLE_EVENT_MOVED, TRUE, "{\"note\":\"Unsaid while moving\"}");
  add_event (job, FETTLE_EVENT_NOTED, TRUE, NULL);
  add_event (job, FETTLE_EVENT_NOTED, TRUE, "{\"note\":");
  add_event (job, FETTLE_EVENT_NOTED, TRUE, "[1, 2]");
  add_event (job, FETTLE_EVENT_HANDED_OVER, TRUE, NULL);
}

static void
add_reading (FettleDevice *device, const char *moment, gint64 value)
{
  FettleReading *reading = fettle_reading_new ();

  reading->measure = g_strdup ("battery-runtime");
  reading->moment = g_strdup (moment);
  reading->value = value;
  reading->unit = g_strdup ("h");
  g_ptr_array_add (device->readings, reading);
}

/* A reading on the sheet; on the receipt also what was found, and one part or forty. */
static void
add_device (FettleJob *job, SampleKind kind, gboolean handed_over)
{
  job->device = fettle_device_new ();
  if (kind == SAMPLE_SHORT || kind == SAMPLE_BARE)
    return;
  add_reading (job->device, "in", 2500);
  if (!handed_over)
    return;
  add_reading (job->device, "out", 7250);
  for (int i = 0; i < (kind == SAMPLE_LONG ? 40 : 1); i++)
    {
      FettlePart *part = fettle_part_new ();

      part->name = g_strdup (kind == SAMPLE_CHINESE ? "主板" : "Mainboard");
      part->serial_out = g_strdup_printf ("MB-%d", 100 + i);
      part->serial_in = g_strdup_printf ("MB-%d", 200 + i);
      part->state = g_strdup ("fitted");
      g_ptr_array_add (job->device->parts, part);
    }
}

static void
hand_over (FettleJob *job, SampleKind kind)
{
  if (kind == SAMPLE_PLAIN)
    add_notes (job);
  job->summary->stage = FETTLE_STAGE_HANDED_OVER;
  job->summary->outcome = kind == SAMPLE_BARE ? FETTLE_OUTCOME_ADVISED : FETTLE_OUTCOME_REPAIRED;
  job->summary->handed_over_at = SAMPLE_NOW;
  job->summary->technician_name = g_strdup ("Kim");
  job->collected_by = kind == SAMPLE_SHORT ? NULL : g_strdup (kind == SAMPLE_CHINESE ? "王小红" : "Tom Fisher");
  job->time_us = 5 * HOUR;
  job->time_part = 2 * DAY;
  if (kind != SAMPLE_SHORT && kind != SAMPLE_BARE)
    {
      FettlePayment *payment = fettle_payment_new ();

      payment->at = SAMPLE_NOW;
      payment->amount = 12950;
      payment->currency = g_strdup (kind == SAMPLE_CHINESE ? "CNY" : "GBP");
      payment->method = FETTLE_METHOD_CARD;
      g_ptr_array_add (job->payments, payment);
    }
}

FettleJob *
sample_job (SampleKind kind, gboolean handed_over)
{
  static const char *const consent[] = { "diagnose", "back-up", NULL };
  const Sample *sample = &samples[kind];
  FettleJob *job = fettle_job_new ();
  FettleJobSummary *summary = fettle_job_summary_new ();

  job->summary = summary;
  summary->number = g_strdup_printf ("2026-%06d", 41 + kind);
  summary->kind = kind == SAMPLE_BARE ? FETTLE_KIND_ENQUIRY : FETTLE_KIND_REPAIR;
  summary->stage = FETTLE_STAGE_RECEIVED;
  summary->received_at = SAMPLE_NOW - (handed_over ? 3 * DAY : 0);
  summary->need_by = kind == SAMPLE_PLAIN || kind == SAMPLE_LONG ? SAMPLE_NOW + 5 * DAY : 0;
  summary->fault = kind == SAMPLE_LONG ? forty_lines ("Fault") : g_strdup (sample->fault);
  summary->unit_title = fettle_unit_make_title (sample->category, sample->brand, sample->model);
  add_people_and_things (job, sample);
  add_device (job, kind, handed_over);
  if (kind == SAMPLE_PLAIN && !handed_over)
    {
      job->time_us = 3 * DAY;
      job->time_part = 5 * DAY;
      job->time_customer = DAY;
      summary->clock = FETTLE_CLOCK_CUSTOMER;
    }
  job->condition = kind == SAMPLE_LONG ? forty_lines ("State") : g_strdup (sample->condition);
  job->backup = kind == SAMPLE_CHINESE ? FETTLE_BACKUP_WANTED : kind == SAMPLE_BARE ? 0 : FETTLE_BACKUP_NOT_DONE;
  job->consent = kind == SAMPLE_BARE ? NULL : g_strdupv ((GStrv) consent);
  job->taken_by = g_strdup (sample->taken_by);
  job->head_hash = g_strdup ("a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90");
  add_parts (job, sample, kind, handed_over);
  add_promise (job, sample, kind, handed_over);
  summary->promised_due = handed_over || sample->promise == NULL ? 0 : SAMPLE_NOW + DAY + 7 * HOUR;
  summary->back_due = summary->promised_due;
  if (handed_over)
    hand_over (job, kind);
  return job;
}

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A ring and a bar. */
GBytes *
sample_logo (void)
{
  return sample_logo_of (240, 120);
}

GBytes *
sample_logo_of (int width, int height)
{
  GByteArray *content = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, width / 240.0, height / 120.0);
  cairo_set_line_width (cr, 18);
  cairo_arc (cr, 60, 60, 48, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_rectangle (cr, 130, 51, 110, 18);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, collect, content);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (content);
}

FettleDocument *
sample_document (FettleDocumentKind document, SampleKind kind, FettlePaper paper)
{
  return sample_document_in (document, kind, paper, samples[kind].language);
}

FettleDocument *
sample_document_in (FettleDocumentKind document, SampleKind kind, FettlePaper paper, const char *language)
{
  g_autoptr (FettleServicePoint) shop = sample_shop (kind);
  g_autoptr (FettleJob) job = sample_job (kind, document == FETTLE_DOCUMENT_RECEIPT);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (SAMPLE_ZONE);
  g_autoptr (GBytes) logo = kind == SAMPLE_PLAIN || kind == SAMPLE_CHINESE ? sample_logo () : NULL;
  const char *footer = kind == SAMPLE_PLAIN ? "Open Monday to Saturday, 9:00 to 18:00" : NULL;

  return fettle_document_new (document, shop, job, logo, footer, fettle_language_get (language), paper, SAMPLE_NOW,
                              zone);
}
