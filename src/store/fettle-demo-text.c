/* fettle-demo-text.c: what is said in the demonstration shop, in the language of that shop.
 *
 * A table beside the English words, and not the program's translations: these are no words of the program, and the same
 * seed gives the same shop whatever the computer's language is. Each thread speaks one language at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-demo-text.h"

#include <string.h>

#include "fettle-demo-data.h"

static const struct
{
  const char *text;
  const char *chinese;
} texts[] = {
  { "Charger", "充电器" },
  { "Sleeve", "内胆包" },
  { "Case", "保护套" },
  { "Pen", "触控笔" },
  { "Remote control", "遥控器" },
  { "Power cable", "电源线" },
  { "Water tank", "水箱" },
  { "Memory card", "存储卡" },
  { "Controller", "手柄" },
  { "HDMI cable", "HDMI 线" },
  { "Does not switch on; seven beeps", "开不了机，响七声" },
  { "Battery lasts less than an hour", "电池用不到一小时" },
  { "Screen flickers when the lid is moved", "动一下屏幕盖就闪" },
  { "Gets very hot and switches itself off", "发烫，然后自动关机" },
  { "Tea over the keyboard, some keys dead", "键盘进了茶水，几个键失灵" },
  { "Very slow since the last update", "上次更新后特别慢" },
  { "Charging socket is loose", "充电口松了" },
  { "Screen cracked", "屏幕碎了" },
  { "Does not charge", "充不进电" },
  { "Microphone: nobody hears me", "打电话对方听不见" },
  { "Battery swollen, back cover lifts", "电池鼓包，后盖翘起" },
  { "Camera out of focus", "拍照对不上焦" },
  { "No network since yesterday", "昨天开始没有信号" },
  { "Touch does not react along the left edge", "左边触摸没反应" },
  { "Stuck at the start picture", "卡在开机画面" },
  { "Volume keys broken off", "音量键断了" },
  { "Sound but no picture", "有声音没图像" },
  { "A dark band on the right side", "右边有一条暗带" },
  { "Switches itself off after ten minutes", "十分钟后自动关机" },
  { "Remote control has no effect", "遥控器没反应" },
  { "Paper jam that is not there", "没卡纸却报卡纸" },
  { "Prints stripes", "打印有条纹" },
  { "Scanner lamp stays dark", "扫描灯不亮" },
  { "Will not take the new cartridge", "不认新墨盒" },
  { "No suction", "没有吸力" },
  { "Smells burnt", "有焦味" },
  { "Cable does not roll in", "电源线收不回去" },
  { "Brush does not turn", "滚刷不转" },
  { "Leaks from below", "底部漏水" },
  { "Coffee only lukewarm", "咖啡不够热" },
  { "Grinder makes a terrible noise", "磨豆时声音很大" },
  { "Descaling light never goes out", "除垢灯一直亮" },
  { "Lens sticks now and then", "镜头有时卡住" },
  { "Pictures have a spot", "照片上有个斑点" },
  { "Flash does not fire", "闪光灯不闪" },
  { "Does not read any card", "什么卡都读不出" },
  { "Left side silent", "左耳没声音" },
  { "Does not pair any more", "连不上蓝牙了" },
  { "Crackles in the cold", "天冷时有杂音" },
  { "Battery empty after an hour", "一小时就没电" },
  { "No picture on the television", "电视上没有画面" },
  { "Fan very loud", "风扇声音很大" },
  { "Disc is not taken in", "光盘吸不进去" },
  { "Controller drifts to the left", "手柄往左漂移" },
  { "Scratches on the lid", "顶盖有划痕" },
  { "Estimate sent, please ring us", "报价已发，请回电" },
  { "Part ordered, three to five days", "配件已订，三到五天" },
  { "New mainboard or a used one? Both prices sent", "换新主板还是二手的？两个报价都发了" },
  { "Display ordered, arrives on Thursday", "屏幕已订，周四到" },
  { "Changed their mind, will come for it", "客户改主意了，会来取" },
  { "We ring you with the price", "我们打电话告诉您价格" },
  { "The maker delivers two days later", "厂家晚两天发货" },
  { "Waiting for the maker", "等厂家" },
  { "Quick, and they called before I had to.", "很快，不等我催就来电话了。" },
  { "All well since.", "之后一直正常。" },
  { "It works, but I would have liked to know the price earlier.", "修好了，但希望早点知道价格。" },
  { "It took a week longer than I was told.", "比说好的晚了一周。" },
  { "Tell the price before the work begins.", "动手之前先告诉客户价格。" },
  { "Could the part come by courier?", "配件能用快递送来吗？" },
  { "Chairs where one waits, please.", "等候的地方请放几把椅子。" },
  { "chairs where one waits please", "等候的地方请放几把椅子" },
  { "Jan", "小江" },
  { "Mrs Okafor", "周女士" },
  { "Two chairs and a table came on Monday.", "周一添了两把椅子和一张桌子。" },
  { "A message when it is ready, not a call: I am at work.", "修好请发消息，别打电话，我在上班。" },
  { "Amir", "阿明" },
  { "Esther Adeyemi", "孙丽" },
  { "Nora Whitfield", "何静" },
  { "Ready in 3 working days or the express fee back", "三个工作日内修好，否则退还加急费" },
  { "The shutter sticks now and then", "快门有时卡住" },
  { "Shutter ordered", "快门已订" },
  { "Parcel Express", "迅达快递" },
  { "The shutter lies in a depot", "快门滞留在中转站" },
  { "The part is here", "配件到了" },
  { "the express fee", "加急费" },
  { "Battery", "电池" },
  { "Charging socket", "充电口" },
  { "Fan", "风扇" },
  { "Disk", "硬盘" },
  { "Is there any news? I need it for a journey on Friday.", "有进展吗？周五出门要用。" },
  { "It is on the bench today. You hear from us before six o’clock.", "今天在修，六点前给您答复。" },
  { "Could you please keep the old disk for me?", "旧硬盘请帮我留着，可以吗？" },
  { "I have moved; the new address is on the back of this letter.", "我搬家了，新地址写在信的背面。" },
  { "Told that the part is ordered and when it comes.", "已告知配件订了，以及什么时候到。" },
  { "Repair it with a used part, today", "今天用旧件修" },
  { "Wait a week for a new part", "等一周换新件" },
  { "A mainboard on the shelf", "备好一块主板" },
  { "Ask for the invoice", "请客户带发票" },
  { "Runs the bakery across the street; her till and her telephone come to us.",
    "在对面开面包店，收银机和电话都送来修。" },
  { "Came by tram, and once for nothing: we had closed", "坐公交来的，有一次白跑：我们关门了" },
  { "on crutches", "拄着拐杖" },
  { "Ines", "林静" },
  { "Tom", "周强" },
  { "Mira", "吴敏" },
  { "Jonas", "郑浩" },
  { "Ruth", "赵岚" },
  { "Alice Archer", "杨柳" },
  { "Bernard Okafor", "黄志强" },
  { "Clara Lindqvist", "徐婷" },
  { "Dilip Rao", "孙建国" },
  { "Example Primary School", "示例小学" },
  { "Fatima Haddad", "马丽娜" },
  { "Grace O’Neill", "朱雪" },
  { "Henrik Sørensen", "高翔" },
  { "Irena Nováková", "何丽" },
  { "João Pereira", "罗斌" },
  { "Kwame Mensah", "梁宇" },
  { "Lucía Fernández de la Vega", "宋佳怡" },
  { "Marta Kowalska", "谢敏" },
  { "Noor Rahman", "唐诺" },
  { "Oliver Smythe-Featherstonehaugh", "上官文博" },
  { "Priya Nair", "许倩" },
  { "Quentin Dubois", "邓凯" },
  { "محمد الفارسي", "冯涛" },
  { "Sofia Rossi", "曹颖" },
  { "Adeyemi", "赵" },
  { "Brown", "钱" },
  { "Chen", "孙" },
  { "Davies", "李" },
  { "Evans", "周" },
  { "Fischer", "吴" },
  { "Garcia", "郑" },
  { "Hughes", "王" },
  { "Ivanova", "冯" },
  { "Jones", "陈" },
  { "Kaya", "褚" },
  { "Amara", "安娜" },
  { "Ben", "斌" },
  { "Chloe", "晓燕" },
  { "David", "大伟" },
  { "Elif", "丽" },
  { "Femi", "飞" },
  { "Gwen", "桂英" },
  { "Hassan", "海涛" },
  { "Isla", "欣怡" },
  { "Jakub", "家豪" },
  { "Keiko", "佳" },
  { "Liam", "亮" },
  { "Maya", "梅" },
  { "Counter 1", "柜台 1" },
  { "Bench 1", "工作台 1" },
  { "12 High Street\nExampleton EX1 2AB", "示例市和平路 12 号" },
  { "01632 960100", "400-000-0100" },
};

/* What is spoken on this thread: anything but NULL is Chinese. */
static GPrivate chinese = G_PRIVATE_INIT (NULL);

/**
 * fettle_demo_speak:
 * @language: (nullable): code of the shop's language
 *
 * Every text is in it from now on, on this thread; where there is none, in English.
 */
void
fettle_demo_speak (const char *language)
{
  static int spoken;

  g_private_set (&chinese, language != NULL && g_str_has_prefix (language, "zh") ? &spoken : NULL);
}

gboolean
fettle_demo_is_chinese (void)
{
  return g_private_get (&chinese) != NULL;
}

/**
 * fettle_demo_text:
 * @text: (nullable): in English
 *
 * Returns: (nullable): the same in the shop's language; @text itself where nothing is written for it
 */
const char *
fettle_demo_text (const char *text)
{
  for (guint i = 0; text != NULL && fettle_demo_is_chinese () && i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].text, text))
      return texts[i].chinese;
  return text;
}

/**
 * fettle_demo_texts:
 * @list: with commas
 *
 * Returns: (transfer full): each of them in the shop's language
 */
GStrv
fettle_demo_texts (const char *list)
{
  GStrv all = g_strsplit (list, ",", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      const char *text = fettle_demo_text (all[i]);

      if (text == all[i])
        continue;
      g_free (all[i]);
      all[i] = g_strdup (text);
    }
  return all;
}

/**
 * fettle_demo_staff:
 * @i: counter, counter, technician, technician, technician, manager
 *
 * Returns: (nullable): their name; %NULL behind the last
 */
const char *
fettle_demo_staff (guint i)
{
  return fettle_demo_text (fettle_demo_staff_names[i]);
}
