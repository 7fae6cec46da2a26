/* bench-words.c: what people at the counter say: faults, names, phones, serials; real faults where a folder has some.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench.h"

#include <string.h>

#include "fettle-ords.h"

struct _BenchWords
{
  GRand *rand;
  GPtrArray *faults;
  GPtrArray *categories;
  GPtrArray *brands;
};

static const char *const english[] = {
  "screen",  "cracked", "battery",  "does",    "not",     "charge",  "turns",    "off",    "after",   "minutes",
  "no",      "sound",   "keyboard", "water",   "damage",  "will",    "boot",     "blue",   "error",   "loose",
  "hinge",   "fan",     "noisy",    "hot",     "smell",   "burning", "fuse",     "blown",  "cable",   "broken",
  "button",  "stuck",   "paper",    "jam",     "prints",  "blank",   "pages",    "wifi",   "drops",   "camera",
  "blurred", "speaker", "crackles", "motor",   "stopped", "belt",    "slipped",  "leaks",  "handle",  "fell",
  "off",     "dropped", "twice",    "since",   "update",  "slow",    "freezes",  "random", "restart", "password",
  "lost",    "data",    "needed",   "by",      "Friday",  "please",  "the",      "it",     "is",      "and",
  "when",    "I",       "was",      "working", "before",  "display", "flickers",
};
static const char *const chinese[]
    = { "屏幕", "碎裂", "电池",   "无法", "充电",   "开机", "自动", "重启", "没有", "声音", "键盘", "失灵", "进水",
        "之后", "黑屏", "摄像头", "模糊", "扬声器", "杂音", "接口", "松动", "主板", "发热", "很慢", "系统", "崩溃",
        "数据", "恢复", "按键",   "卡住", "风扇",   "响声", "打印", "卡纸", "墨盒", "漏墨", "无线", "断开", "密码",
        "忘记", "摔坏", "外壳",   "变形", "指示灯", "不亮", "请",   "尽快", "修理", "保修", "更换" };
static const char *const surnames[] = { "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴",
                                        "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗" };
static const char given[] = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文华建国红玉萍辉鹏宇浩然子轩梓涵雨欣";
static const char *const first_names[]
    = { "Grace", "Ada", "Alan", "Mary", "Tim",  "Linus", "Rhys", "Sian", "Owen", "Megan", "Zoë",    "José",
        "Anna",  "Tom", "Lucy", "Jack", "Ruth", "Peter", "Ines", "Omar", "Lena", "Björn", "Fatima", "Piotr" };
static const char *const last_names[]
    = { "Hopper",  "Lovelace", "Turing",   "Jones", "Evans",  "Müller", "García",   "Smith",  "Davies", "Novák",
        "Roberts", "Okafor",   "Kowalski", "Silva", "Nguyen", "Brown",  "Williams", "Hughes", "Dubois", "Larsen" };
static const char *const categories[]
    = { "Laptop", "Mobile", "Printer/scanner", "Tablet", "Lamp", "Toaster", "Vacuum", "Hi-Fi separates", "Kettle" };
static const char *const brands[] = { "Tessera", "Lumen", "Norden",  "Kestrel", "Hikari", "Brava",
                                      "Orbit",   "Quill", "Samsung", "Lenovo",  "Dyson",  "HP" };

static const char *
pick (GRand *rand, const char *const *from, gsize n)
{
  return from[g_rand_int_range (rand, 0, (gint32) n)];
}

#define PICK(self, list) pick ((self)->rand, list, G_N_ELEMENTS (list))

static char *
pick_character (GRand *rand, const char *text)
{
  const char *at = g_utf8_offset_to_pointer (text, g_rand_int_range (rand, 0, (gint32) g_utf8_strlen (text, -1)));

  return g_strndup (at, (gsize) (g_utf8_next_char (at) - at));
}

static void
read_file (BenchWords *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (FettleOrdsReader) reader = NULL;
  FettleCsvStep step = FETTLE_CSV_RECORD;

  if (stream == NULL)
    return;
  reader = fettle_ords_reader_new (G_INPUT_STREAM (stream));
  while (step == FETTLE_CSV_RECORD || step == FETTLE_CSV_REFUSED)
    {
      g_autoptr (FettleOrdsRow) row = NULL;

      step = fettle_ords_reader_next (reader, &row, NULL, NULL);
      if (step != FETTLE_CSV_RECORD || row->problem == NULL || strlen (row->problem) < 3)
        continue;
      g_ptr_array_add (self->faults, g_strdup (row->problem));
      if (row->category != NULL)
        g_ptr_array_add (self->categories, g_strdup (row->category));
      if (row->brand_name != NULL)
        g_ptr_array_add (self->brands, g_strdup (row->brand_name));
    }
}

static void
read_real (BenchWords *self, const char *folder)
{
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".csv") && strstr (name, "Categories") == NULL)
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        read_file (self, path);
      }
}

static char *
make_fault (BenchWords *self)
{
  GString *text = g_string_new (NULL);
  gboolean is_chinese = g_rand_int_range (self->rand, 0, 10) < 3;
  int n_words = g_rand_int_range (self->rand, 3, is_chinese ? 8 : 25);

  for (int i = 0; i < n_words; i++)
    if (is_chinese)
      g_string_append (text, PICK (self, chinese));
    else if (g_rand_int_range (self->rand, 0, 12) == 0)
      g_string_append_printf (text, "%s%x", i > 0 ? " " : "", g_rand_int_range (self->rand, 0x1000, 0xffffff));
    else
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", PICK (self, english));
  return g_string_free (text, FALSE);
}

BenchWords *
bench_words_new (const char *data, guint32 seed)
{
  BenchWords *self = g_new0 (BenchWords, 1);

  self->rand = g_rand_new_with_seed (seed);
  self->faults = g_ptr_array_new_with_free_func (g_free);
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->brands = g_ptr_array_new_with_free_func (g_free);
  read_real (self, data);
  if (self->faults->len > 0)
    bench_say ("%u real fault texts from %s", self->faults->len, data);
  return self;
}

void
bench_words_free (BenchWords *self)
{
  g_rand_free (self->rand);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->brands);
  g_free (self);
}

GRand *
bench_words_rand (BenchWords *self)
{
  return self->rand;
}

/* A real one three times in four where there are any; the fourth is made, so that Chinese is always there. */
const char *
bench_words_fault (BenchWords *self)
{
  static char *last;

  if (self->faults->len > 0 && g_rand_int_range (self->rand, 0, 4) > 0)
    return self->faults->pdata[g_rand_int_range (self->rand, 0, (gint32) self->faults->len)];
  g_free (last);
  last = make_fault (self);
  return last;
}

const char *
bench_words_category (BenchWords *self)
{
  if (self->categories->len > 0)
    return self->categories->pdata[g_rand_int_range (self->rand, 0, (gint32) self->categories->len)];
  return PICK (self, categories);
}

const char *
bench_words_brand (BenchWords *self)
{
  if (self->brands->len > 0)
    return self->brands->pdata[g_rand_int_range (self->rand, 0, (gint32) self->brands->len)];
  return PICK (self, brands);
}

char *
bench_words_name (BenchWords *self)
{
  if (g_rand_int_range (self->rand, 0, 3) == 0)
    {
      g_autofree char *one = pick_character (self->rand, given);
      g_autofree char *two = g_rand_boolean (self->rand) ? pick_character (self->rand, given) : g_strdup ("");

      return g_strconcat (PICK (self, surnames), one, two, NULL);
    }
  return g_strdup_printf ("%s %s", PICK (self, first_names), PICK (self, last_names));
}

char *
bench_words_phone (BenchWords *self)
{
  return g_strdup_printf ("+44 7%03d %03d%03d", g_rand_int_range (self->rand, 0, 1000),
                          g_rand_int_range (self->rand, 0, 1000), g_rand_int_range (self->rand, 0, 1000));
}

char *
bench_words_serial (BenchWords *self)
{
  static const char letters[] = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  char text[12] = { 0 };

  for (guint i = 0; i < sizeof text - 1; i++)
    text[i] = letters[g_rand_int_range (self->rand, 0, sizeof letters - 1)];
  return g_strdup (text);
}

char *
bench_words_model (BenchWords *self)
{
  return g_strdup_printf ("%c%d", 'A' + g_rand_int_range (self->rand, 0, 26),
                          g_rand_int_range (self->rand, 1, 40) * 10);
}

/* Somebody nobody knows, with a thing nobody has seen though of a make that is known, and a promise for tomorrow: the
 * longest of everyday saves. */
FettleIntake *
bench_words_intake (BenchWords *self)
{
  FettleIntake *intake = fettle_intake_new ();

  intake->customer_name = bench_words_name (self);
  intake->phones = g_new0 (char *, 2);
  intake->phones[0] = bench_words_phone (self);
  intake->category = g_strdup ("Laptop");
  intake->brand = g_strdup (PICK (self, brands));
  intake->model = g_strdup ("Book 14");
  intake->serial = bench_words_serial (self);
  intake->kind = FETTLE_KIND_REPAIR;
  intake->fault = g_strdup (bench_words_fault (self));
  intake->accessories = g_strsplit ("Charger,Bag", ",", -1);
  intake->condition = g_strdup ("scratches on the lid");
  intake->backup = FETTLE_BACKUP_NOT_NEEDED;
  intake->promised_due = g_get_real_time () + G_GINT64_CONSTANT (86400000000);
  intake->taken_by = g_strdup ("Ada");
  return intake;
}
