/* fettle-demo-data.c: the people, things and faults of the demonstration shop. All of them are invented; telephone
 * numbers are from ranges kept for that use where there are such (Ofcom's 01632 and 07700 900, NANP's 555-01).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-demo-data.h"

/* Counter, counter, technician, technician, technician, manager. */
const char *const fettle_demo_staff_names[] = { "Ines", "Tom", "Mira", "Jonas", "陈伟", "Ruth", NULL };

const FettleDemoPerson fettle_demo_people[] = {
  { "Alice Archer", "01632 960012", "alice@example.org", "en" },
  { "王芳", "+86 138 0000 0101", NULL, "zh_CN" },
  { "Bernard Okafor", "07700 900123", NULL, "en" },
  { "Clara Lindqvist", "+1 202 555 0143", "clara@example.org", "en" },
  { "李雷", "138 0000 0202", NULL, "zh_CN" },
  { "Dilip Rao", "07700 900234", "dilip@example.org", NULL },
  { "Example Primary School", "01632 960777", "office@example.org", "en" },
  { "Fatima Haddad", "07700 900345", NULL, "en" },
  { "Grace O’Neill", "01632 960345", NULL, "en" },
  { "张伟", "139-0000-0303", NULL, "zh_CN" },
  { "Henrik Sørensen", "07700 900456", "henrik@example.org", "en" },
  { "Irena Nováková", "07700 900567", NULL, NULL },
  { "欧阳娜", "137 0000 0404", NULL, "zh_CN" },
  { "João Pereira", "01632 960456", NULL, "en" },
  { "Kwame Mensah", "07700 900678", NULL, "en" },
  { "Lucía Fernández de la Vega", "07700 900789", "lucia@example.org", NULL },
  { "Marta Kowalska", "01632 960567", NULL, "en" },
  { "Noor Rahman", "07700 900890", NULL, "en" },
  { "刘洋", "136 0000 0505", NULL, "zh_CN" },
  { "Oliver Smythe-Featherstonehaugh", "01632 960678", "oliver@example.org", "en" },
  { "Priya Nair", "07700 900901", NULL, "en" },
  { "Quentin Dubois", "+1 202 555 0187", NULL, "en" },
  { "محمد الفارسي", "07700 900912", NULL, "en" },
  { "Sofia Rossi", "01632 960789", NULL, NULL },
};
const guint fettle_demo_n_people = G_N_ELEMENTS (fettle_demo_people);

/* For all the others, made of two halves. */
const char *const fettle_demo_first_names[]
    = { "Amara", "Ben", "Chloe", "David", "Elif", "Femi", "Gwen", "Hassan", "Isla", "Jakub", "Keiko", "Liam", "Maya" };
const guint fettle_demo_n_first_names = G_N_ELEMENTS (fettle_demo_first_names);
const char *const fettle_demo_last_names[]
    = { "Adeyemi", "Brown", "Chen", "Davies", "Evans", "Fischer", "Garcia", "Hughes", "Ivanova", "Jones", "Kaya" };
const guint fettle_demo_n_last_names = G_N_ELEMENTS (fettle_demo_last_names);

const FettleDemoThing fettle_demo_things[] = {
  { "Laptop",
    "Tessera",
    "Book 14",
    "TB14-",
    "Charger,Sleeve",
    { "Does not switch on; seven beeps", "Battery lasts less than an hour", "Screen flickers when the lid is moved",
      "Gets very hot and switches itself off" } },
  { "Laptop",
    "Nimbus",
    "Air 13",
    "NA13",
    "Charger",
    { "Tea over the keyboard, some keys dead", "Very slow since the last update", "Charging socket is loose",
      "开机后蓝屏，反复重启" } },
  { "Mobile",
    "Corvid",
    "C5",
    "CV5",
    "",
    { "Screen cracked", "Does not charge", "Microphone: nobody hears me", "屏幕碎裂，触摸不灵" } },
  { "Mobile",
    "Halden",
    "One",
    "HLD",
    "Case",
    { "Battery swollen, back cover lifts", "Camera out of focus", "No network since yesterday", "电池一天要充三次" } },
  { "Tablet",
    "Corvid",
    "Slate 10",
    "CS10-",
    "Charger,Pen",
    { "Touch does not react along the left edge", "Stuck at the start picture", "Volume keys broken off",
      "摔过一次，屏幕有条纹" } },
  { "Flat screen",
    "Ostra",
    "OS43",
    "OS43",
    "Remote control",
    { "Sound but no picture", "A dark band on the right side", "Switches itself off after ten minutes",
      "Remote control has no effect" } },
  { "Printer/scanner",
    "Quill",
    "Jet 220",
    "QJ220-",
    "Power cable",
    { "Paper jam that is not there", "Prints stripes", "Scanner lamp stays dark", "Will not take the new cartridge" } },
  { "Vacuum",
    "Brisk",
    "V8",
    "BV",
    "",
    { "No suction", "Smells burnt", "Cable does not roll in", "Brush does not turn" } },
  { "Coffee maker",
    "Fonte",
    "Due",
    "FD",
    "Water tank",
    { "Leaks from below", "Coffee only lukewarm", "Grinder makes a terrible noise",
      "Descaling light never goes out" } },
  { "Digital compact camera",
    "Lumen",
    "L30",
    "L30",
    "Memory card,Charger",
    { "Lens sticks now and then", "Pictures have a spot", "Flash does not fire", "Does not read any card" } },
  { "Headphones",
    "Corvid",
    "Quiet 2",
    "CQ2-",
    "Case",
    { "Left side silent", "Does not pair any more", "Crackles in the cold", "Battery empty after an hour" } },
  { "Games console",
    "Arcus",
    "Play",
    "ARC",
    "Controller,HDMI cable",
    { "No picture on the television", "Fan very loud", "Disc is not taken in", "Controller drifts to the left" } },
};
const guint fettle_demo_n_things = G_N_ELEMENTS (fettle_demo_things);
