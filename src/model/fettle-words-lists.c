/* fettle-words-lists.c: ready lists for the intake form: common faults, accessories and conditions.
 *
 * A list a category of the Open Repair Data Standard, in the order in which such things are brought to a counter, in
 * words that a customer would use. They come from reading the problem texts of public repair records and the fault
 * lists that volunteers sorted them by; they are suggestions, and what is kept is free text. Any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fettle-words.h"

#include <glib/gi18n-lib.h>

#include "fettle-category.h"

#define MAX_FAULTS      20
#define MAX_ACCESSORIES 8

/* In the order of the categories' ids. */
static const struct
{
  const char *faults[MAX_FAULTS + 1];
  const char *accessories[MAX_ACCESSORIES + 1];
} lists[] = {
  /* Aircon/dehumidifier */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Does not cool"), NC_ ("fault", "Collects no water"),
      NC_ ("fault", "Leaks water"), NC_ ("fault", "Noisy"), NC_ ("fault", "Smells"),
      NC_ ("fault", "Remote control does not work"), NC_ ("fault", "Trips the fuse") },
    { NC_ ("accessory", "Remote control"), NC_ ("accessory", "Hose"), NC_ ("accessory", "Power cable"),
      NC_ ("accessory", "Filter") } },
  /* Battery/charger/adapter */
  { { NC_ ("fault", "Does not charge"), NC_ ("fault", "Charges slowly"), NC_ ("fault", "Gets hot"),
      NC_ ("fault", "Cable is damaged"), NC_ ("fault", "Plug is bent or loose"), NC_ ("fault", "Battery is swollen"),
      NC_ ("fault", "Battery runs down quickly") },
    { NC_ ("accessory", "Battery"), NC_ ("accessory", "Charger"), NC_ ("accessory", "Power cable") } },
  /* Decorative or safety lights */
  { { NC_ ("fault", "Does not light"), NC_ ("fault", "Some lights are out"), NC_ ("fault", "Flickers"),
      NC_ ("fault", "Cable is damaged"), NC_ ("fault", "Switch is broken"), NC_ ("fault", "Battery case is corroded") },
    { NC_ ("accessory", "Adapter"), NC_ ("accessory", "Batteries"), NC_ ("accessory", "Spare bulbs") } },
  /* Desktop computer */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Does not start the system"), NC_ ("fault", "Slow"),
      NC_ ("fault", "Crashes or restarts"), NC_ ("fault", "Noisy"), NC_ ("fault", "Gets hot"),
      NC_ ("fault", "No picture"), NC_ ("fault", "No network"), NC_ ("fault", "Virus or unwanted programs"),
      NC_ ("fault", "Lost data"), NC_ ("fault", "Forgotten password"), NC_ ("fault", "Liquid was spilled on it") },
    { NC_ ("accessory", "Power cable"), NC_ ("accessory", "Keyboard"), NC_ ("accessory", "Mouse"),
      NC_ ("accessory", "Screen cable"), NC_ ("accessory", "Wi-Fi aerial") } },
  /* Digital compact camera */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Lens does not move"), NC_ ("fault", "Lens error is shown"),
      NC_ ("fault", "Pictures are blurred"), NC_ ("fault", "Battery runs down quickly"),
      NC_ ("fault", "Screen is cracked"), NC_ ("fault", "Memory card is not read"),
      NC_ ("fault", "Flash does not work") },
    { NC_ ("accessory", "Battery"), NC_ ("accessory", "Charger"), NC_ ("accessory", "Memory card"),
      NC_ ("accessory", "Strap"), NC_ ("accessory", "Case") } },
  /* DSLR/video camera */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Does not focus"), NC_ ("fault", "Shutter sticks"),
      NC_ ("fault", "Error is shown"), NC_ ("fault", "Pictures are blurred"), NC_ ("fault", "Dust on the sensor"),
      NC_ ("fault", "Memory card is not read"), NC_ ("fault", "Tape or disc is stuck") },
    { NC_ ("accessory", "Lens"), NC_ ("accessory", "Lens cap"), NC_ ("accessory", "Battery"),
      NC_ ("accessory", "Charger"), NC_ ("accessory", "Memory card"), NC_ ("accessory", "Strap"),
      NC_ ("accessory", "Bag") } },
  /* Fan */
  { { NC_ ("fault", "Does not turn"), NC_ ("fault", "Turns slowly"), NC_ ("fault", "Noisy"),
      NC_ ("fault", "Does not swing"), NC_ ("fault", "Switch is broken"), NC_ ("fault", "Cable is damaged") },
    { NC_ ("accessory", "Remote control"), NC_ ("accessory", "Foot") } },
  /* Flat screen */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Switches itself off"), NC_ ("fault", "No picture"),
      NC_ ("fault", "Lines on the screen"), NC_ ("fault", "Dark picture"), NC_ ("fault", "Screen is cracked"),
      NC_ ("fault", "No sound"), NC_ ("fault", "No signal"), NC_ ("fault", "Remote control does not work") },
    { NC_ ("accessory", "Remote control"), NC_ ("accessory", "Power cable"), NC_ ("accessory", "Adapter"),
      NC_ ("accessory", "Foot"), NC_ ("accessory", "Screen cable") } },
  /* Hair & beauty item */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Does not charge"), NC_ ("fault", "Gets too hot"),
      NC_ ("fault", "Does not get warm"), NC_ ("fault", "Cable is damaged"), NC_ ("fault", "Blade is blunt"),
      NC_ ("fault", "Battery runs down quickly") },
    { NC_ ("accessory", "Charger"), NC_ ("accessory", "Attachments"), NC_ ("accessory", "Case") } },
  /* Handheld entertainment device */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Does not charge"), NC_ ("fault", "Screen is cracked"),
      NC_ ("fault", "Buttons do not work"), NC_ ("fault", "No sound"), NC_ ("fault", "Memory is full"),
      NC_ ("fault", "Battery runs down quickly") },
    { NC_ ("accessory", "Charger"), NC_ ("accessory", "Headphones"), NC_ ("accessory", "Memory card"),
      NC_ ("accessory", "Case") } },
  /* Headphones */
  { { NC_ ("fault", "No sound on one side"), NC_ ("fault", "No sound"), NC_ ("fault", "Cable is damaged"),
      NC_ ("fault", "Plug is bent or loose"), NC_ ("fault", "Does not charge"),
      NC_ ("fault", "Does not connect by Bluetooth"), NC_ ("fault", "Headband is broken"),
      NC_ ("fault", "Ear pads are worn") },
    { NC_ ("accessory", "Charging case"), NC_ ("accessory", "Cable"), NC_ ("accessory", "Ear pads") } },
  /* Hi-Fi integrated */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "No sound"), NC_ ("fault", "No sound on one side"),
      NC_ ("fault", "Disc is not read"), NC_ ("fault", "Tape or disc is stuck"), NC_ ("fault", "Crackles"),
      NC_ ("fault", "Volume control is faulty"), NC_ ("fault", "Radio does not receive") },
    { NC_ ("accessory", "Remote control"), NC_ ("accessory", "Power cable"), NC_ ("accessory", "Aerial"),
      NC_ ("accessory", "Loudspeakers") } },
  /* Hi-Fi separates */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "No sound"), NC_ ("fault", "No sound on one side"),
      NC_ ("fault", "Crackles"), NC_ ("fault", "Hums"), NC_ ("fault", "Disc is not read"),
      NC_ ("fault", "Tape or disc is stuck"), NC_ ("fault", "Record does not turn"),
      NC_ ("fault", "Volume control is faulty") },
    { NC_ ("accessory", "Remote control"), NC_ ("accessory", "Power cable"), NC_ ("accessory", "Audio cable"),
      NC_ ("accessory", "Stylus") } },
  /* Kettle */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Does not get warm"), NC_ ("fault", "Does not switch off"),
      NC_ ("fault", "Leaks water"), NC_ ("fault", "Lid does not close"), NC_ ("fault", "Trips the fuse") },
    { NC_ ("accessory", "Base"), NC_ ("accessory", "Filter") } },
  /* Lamp */
  { { NC_ ("fault", "Does not light"), NC_ ("fault", "Flickers"), NC_ ("fault", "Switch is broken"),
      NC_ ("fault", "Cable is damaged"), NC_ ("fault", "Joint is loose"), NC_ ("fault", "Trips the fuse") },
    { NC_ ("accessory", "Bulb"), NC_ ("accessory", "Shade"), NC_ ("accessory", "Adapter") } },
  /* Laptop */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Does not start the system"), NC_ ("fault", "Does not charge"),
      NC_ ("fault", "Battery runs down quickly"), NC_ ("fault", "Slow"), NC_ ("fault", "Crashes or restarts"),
      NC_ ("fault", "Gets hot"), NC_ ("fault", "Noisy"), NC_ ("fault", "Screen is cracked"),
      NC_ ("fault", "No picture"), NC_ ("fault", "Keyboard does not work"), NC_ ("fault", "Touchpad does not work"),
      NC_ ("fault", "Hinge or case is broken"), NC_ ("fault", "No network"), NC_ ("fault", "Liquid was spilled on it"),
      NC_ ("fault", "Virus or unwanted programs"), NC_ ("fault", "Lost data"), NC_ ("fault", "Forgotten password") },
    { NC_ ("accessory", "Charger"), NC_ ("accessory", "Bag"), NC_ ("accessory", "Mouse"), NC_ ("accessory", "Dock"),
      NC_ ("accessory", "Memory stick"), NC_ ("accessory", "Pen") } },
  /* Large home electrical */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Leaks water"), NC_ ("fault", "Does not drain"),
      NC_ ("fault", "Does not turn"), NC_ ("fault", "Does not get warm"), NC_ ("fault", "Does not cool"),
      NC_ ("fault", "Door does not close"), NC_ ("fault", "Noisy"), NC_ ("fault", "Error is shown"),
      NC_ ("fault", "Trips the fuse") },
    { NC_ ("accessory", "Hose"), NC_ ("accessory", "Drawer"), NC_ ("accessory", "Power cable") } },
  /* Misc */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Does not work as before"), NC_ ("fault", "Noisy"),
      NC_ ("fault", "Cable is damaged"), NC_ ("fault", "Switch is broken"), NC_ ("fault", "Case is broken") },
    { NC_ ("accessory", "Power cable"), NC_ ("accessory", "Adapter"), NC_ ("accessory", "Remote control"),
      NC_ ("accessory", "Batteries") } },
  /* Mobile */
  { { NC_ ("fault", "Screen is cracked"), NC_ ("fault", "Does not switch on"), NC_ ("fault", "Does not charge"),
      NC_ ("fault", "Battery runs down quickly"), NC_ ("fault", "Battery is swollen"),
      NC_ ("fault", "Stuck while starting"), NC_ ("fault", "Camera does not work"), NC_ ("fault", "No sound"),
      NC_ ("fault", "Microphone does not work"), NC_ ("fault", "Buttons do not work"), NC_ ("fault", "No network"),
      NC_ ("fault", "SIM card is not read"), NC_ ("fault", "Slow"), NC_ ("fault", "Memory is full"),
      NC_ ("fault", "Fell into water"), NC_ ("fault", "Locked or forgotten password") },
    { NC_ ("accessory", "Charger"), NC_ ("accessory", "Cable"), NC_ ("accessory", "SIM card"),
      NC_ ("accessory", "Memory card"), NC_ ("accessory", "Case"), NC_ ("accessory", "SIM tray") } },
  /* Musical instrument */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "No sound"), NC_ ("fault", "Crackles"),
      NC_ ("fault", "Keys do not work"), NC_ ("fault", "Does not stay in tune"), NC_ ("fault", "Cable is damaged"),
      NC_ ("fault", "Volume control is faulty") },
    { NC_ ("accessory", "Adapter"), NC_ ("accessory", "Pedal"), NC_ ("accessory", "Case"),
      NC_ ("accessory", "Audio cable") } },
  /* Paper shredder */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Jammed"), NC_ ("fault", "Does not stop"),
      NC_ ("fault", "Noisy"), NC_ ("fault", "Does not cut") },
    { NC_ ("accessory", "Bin"), NC_ ("accessory", "Power cable") } },
  /* PC accessory */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Not recognised by the computer"),
      NC_ ("fault", "Cable is damaged"), NC_ ("fault", "Buttons do not work"),
      NC_ ("fault", "Does not connect by Bluetooth"), NC_ ("fault", "Lost data"),
      NC_ ("fault", "Plug is bent or loose") },
    { NC_ ("accessory", "Cable"), NC_ ("accessory", "Adapter"), NC_ ("accessory", "Receiver"),
      NC_ ("accessory", "Software disc") } },
  /* Portable radio */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Radio does not receive"), NC_ ("fault", "No sound"),
      NC_ ("fault", "Crackles"), NC_ ("fault", "Aerial is broken"), NC_ ("fault", "Battery case is corroded"),
      NC_ ("fault", "Volume control is faulty") },
    { NC_ ("accessory", "Adapter"), NC_ ("accessory", "Batteries"), NC_ ("accessory", "Aerial") } },
  /* Power tool */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Does not turn"), NC_ ("fault", "Switches itself off"),
      NC_ ("fault", "Sparks"), NC_ ("fault", "Noisy"), NC_ ("fault", "Gets hot"), NC_ ("fault", "Does not charge"),
      NC_ ("fault", "Switch is broken"), NC_ ("fault", "Cable is damaged") },
    { NC_ ("accessory", "Battery"), NC_ ("accessory", "Charger"), NC_ ("accessory", "Case"),
      NC_ ("accessory", "Blade or bit"), NC_ ("accessory", "Guard") } },
  /* Printer/scanner */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Paper jams"), NC_ ("fault", "Paper is not fed"),
      NC_ ("fault", "Prints stripes or pale"), NC_ ("fault", "Does not print a colour"),
      NC_ ("fault", "Ink or toner is not recognised"), NC_ ("fault", "Head is clogged"),
      NC_ ("fault", "Scanner does not work"), NC_ ("fault", "No network"), NC_ ("fault", "Error is shown"),
      NC_ ("fault", "Software or driver problem") },
    { NC_ ("accessory", "Power cable"), NC_ ("accessory", "USB cable"), NC_ ("accessory", "Ink or toner"),
      NC_ ("accessory", "Paper tray") } },
  /* Projector */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "No picture"), NC_ ("fault", "Dark picture"),
      NC_ ("fault", "Lamp is worn out"), NC_ ("fault", "Gets hot"), NC_ ("fault", "Noisy"),
      NC_ ("fault", "Pictures are blurred"), NC_ ("fault", "Remote control does not work") },
    { NC_ ("accessory", "Remote control"), NC_ ("accessory", "Power cable"), NC_ ("accessory", "Screen cable"),
      NC_ ("accessory", "Bag"), NC_ ("accessory", "Lens cap") } },
  /* Sewing machine */
  { { NC_ ("fault", "Does not turn"), NC_ ("fault", "Skips stitches"), NC_ ("fault", "Thread breaks or tangles"),
      NC_ ("fault", "Fabric is not fed"), NC_ ("fault", "Jammed"), NC_ ("fault", "Noisy"),
      NC_ ("fault", "Foot pedal does not work"), NC_ ("fault", "Lamp does not light") },
    { NC_ ("accessory", "Foot pedal"), NC_ ("accessory", "Power cable"), NC_ ("accessory", "Bobbin case"),
      NC_ ("accessory", "Presser feet"), NC_ ("accessory", "Case") } },
  /* Small home electrical */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Switches itself off"), NC_ ("fault", "Does not get warm"),
      NC_ ("fault", "Noisy"), NC_ ("fault", "Switch is broken"), NC_ ("fault", "Cable is damaged"),
      NC_ ("fault", "Remote control does not work") },
    { NC_ ("accessory", "Adapter"), NC_ ("accessory", "Power cable"), NC_ ("accessory", "Remote control"),
      NC_ ("accessory", "Batteries") } },
  /* Small kitchen item */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Does not turn"), NC_ ("fault", "Does not get warm"),
      NC_ ("fault", "Gets too hot"), NC_ ("fault", "Leaks water"), NC_ ("fault", "Switch is broken"),
      NC_ ("fault", "Cable is damaged"), NC_ ("fault", "Noisy") },
    { NC_ ("accessory", "Lid"), NC_ ("accessory", "Bowl"), NC_ ("accessory", "Attachments"),
      NC_ ("accessory", "Power cable") } },
  /* Tablet */
  { { NC_ ("fault", "Screen is cracked"), NC_ ("fault", "Does not switch on"), NC_ ("fault", "Does not charge"),
      NC_ ("fault", "Battery runs down quickly"), NC_ ("fault", "Battery is swollen"),
      NC_ ("fault", "Stuck while starting"), NC_ ("fault", "Touch does not answer"),
      NC_ ("fault", "Camera does not work"), NC_ ("fault", "No sound"), NC_ ("fault", "Buttons do not work"),
      NC_ ("fault", "No network"), NC_ ("fault", "Slow"), NC_ ("fault", "Memory is full"),
      NC_ ("fault", "Fell into water"), NC_ ("fault", "Locked or forgotten password") },
    { NC_ ("accessory", "Charger"), NC_ ("accessory", "Cable"), NC_ ("accessory", "Pen"), NC_ ("accessory", "Keyboard"),
      NC_ ("accessory", "Case"), NC_ ("accessory", "Memory card"), NC_ ("accessory", "SIM card") } },
  /* Toaster */
  { { NC_ ("fault", "Does not get warm"), NC_ ("fault", "Toasts on one side only"),
      NC_ ("fault", "Lever does not stay down"), NC_ ("fault", "Burns the toast"), NC_ ("fault", "Trips the fuse"),
      NC_ ("fault", "Switch is broken") },
    { NC_ ("accessory", "Crumb tray"), NC_ ("accessory", "Rack") } },
  /* Toy */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Does not move"), NC_ ("fault", "No sound"),
      NC_ ("fault", "Battery case is corroded"), NC_ ("fault", "A part has broken off"),
      NC_ ("fault", "Remote control does not work"), NC_ ("fault", "Does not charge") },
    { NC_ ("accessory", "Remote control"), NC_ ("accessory", "Batteries"), NC_ ("accessory", "Charger") } },
  /* TV and gaming-related accessories */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Buttons do not work"),
      NC_ ("fault", "Does not connect by Bluetooth"), NC_ ("fault", "No picture"), NC_ ("fault", "No sound"),
      NC_ ("fault", "Disc is not read"), NC_ ("fault", "Battery case is corroded"),
      NC_ ("fault", "Plug is bent or loose") },
    { NC_ ("accessory", "Remote control"), NC_ ("accessory", "Adapter"), NC_ ("accessory", "Screen cable"),
      NC_ ("accessory", "Batteries") } },
  /* Vacuum */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Does not suck"), NC_ ("fault", "Switches itself off"),
      NC_ ("fault", "Brush does not turn"), NC_ ("fault", "Cable does not wind in"), NC_ ("fault", "Noisy"),
      NC_ ("fault", "Smells"), NC_ ("fault", "Battery runs down quickly"), NC_ ("fault", "Hose is torn") },
    { NC_ ("accessory", "Hose"), NC_ ("accessory", "Brush"), NC_ ("accessory", "Charger"), NC_ ("accessory", "Filter"),
      NC_ ("accessory", "Dust bag") } },
  /* Watch/clock */
  { { NC_ ("fault", "Stands still"), NC_ ("fault", "Runs fast or slow"), NC_ ("fault", "Battery is empty"),
      NC_ ("fault", "Strap is broken"), NC_ ("fault", "Glass is cracked"), NC_ ("fault", "Does not strike"),
      NC_ ("fault", "Alarm does not work"), NC_ ("fault", "Water inside") },
    { NC_ ("accessory", "Strap"), NC_ ("accessory", "Box"), NC_ ("accessory", "Key"), NC_ ("accessory", "Pendulum"),
      NC_ ("accessory", "Charger") } },
  /* Coffee maker */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Leaks water"), NC_ ("fault", "Does not get warm"),
      NC_ ("fault", "Pumps no water"), NC_ ("fault", "Coffee runs slowly"), NC_ ("fault", "Does not grind"),
      NC_ ("fault", "Milk froth fails"), NC_ ("fault", "Error is shown"), NC_ ("fault", "Trips the fuse") },
    { NC_ ("accessory", "Water tank"), NC_ ("accessory", "Jug"), NC_ ("accessory", "Drip tray"),
      NC_ ("accessory", "Filter holder"), NC_ ("accessory", "Milk frother") } },
  /* Food processor */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Does not turn"), NC_ ("fault", "Smells"),
      NC_ ("fault", "Leaks"), NC_ ("fault", "Blade is blunt"), NC_ ("fault", "Lid does not lock"),
      NC_ ("fault", "Noisy"), NC_ ("fault", "A part has broken off") },
    { NC_ ("accessory", "Bowl"), NC_ ("accessory", "Lid"), NC_ ("accessory", "Blade"),
      NC_ ("accessory", "Attachments") } },
  /* Games console */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Disc is not read"), NC_ ("fault", "Tape or disc is stuck"),
      NC_ ("fault", "No picture"), NC_ ("fault", "Gets hot"), NC_ ("fault", "Noisy"),
      NC_ ("fault", "Controller does not connect"), NC_ ("fault", "Stick drifts"), NC_ ("fault", "No network"),
      NC_ ("fault", "Switches itself off") },
    { NC_ ("accessory", "Controller"), NC_ ("accessory", "Power cable"), NC_ ("accessory", "Adapter"),
      NC_ ("accessory", "Screen cable"), NC_ ("accessory", "Game or disc"), NC_ ("accessory", "Dock") } },
  /* Hair dryer */
  { { NC_ ("fault", "Does not switch on"), NC_ ("fault", "Does not get warm"), NC_ ("fault", "Switches itself off"),
      NC_ ("fault", "Smells"), NC_ ("fault", "Cable is damaged"), NC_ ("fault", "Switch is broken"),
      NC_ ("fault", "Noisy") },
    { NC_ ("accessory", "Nozzle"), NC_ ("accessory", "Diffuser") } },
  /* Iron */
  { { NC_ ("fault", "Does not get warm"), NC_ ("fault", "Gets too hot"), NC_ ("fault", "Leaks water"),
      NC_ ("fault", "No steam"), NC_ ("fault", "Sole plate is dirty"), NC_ ("fault", "Cable is damaged"),
      NC_ ("fault", "Trips the fuse") },
    { NC_ ("accessory", "Base"), NC_ ("accessory", "Water tank"), NC_ ("accessory", "Measuring cup") } },
};
G_STATIC_ASSERT (G_N_ELEMENTS (lists) == FETTLE_N_CATEGORIES);

static const char *const conditions[] = {
  NC_ ("condition of a device", "Scratched"),
  NC_ ("condition of a device", "Cracked"),
  NC_ ("condition of a device", "Dented"),
  NC_ ("condition of a device", "Screen is cracked"),
  NC_ ("condition of a device", "Corner is bent"),
  NC_ ("condition of a device", "Screws are missing"),
  NC_ ("condition of a device", "Opened before"),
  NC_ ("condition of a device", "Traces of liquid"),
  NC_ ("condition of a device", "Rust or corrosion"),
  NC_ ("condition of a device", "Sticker or seal is damaged"),
  NC_ ("condition of a device", "A key or button is missing"),
  NC_ ("condition of a device", "Dirty"),
  NC_ ("condition of a device", "Smells of smoke"),
  NC_ ("condition of a device", "Sign of wear"),
  NC_ ("condition of a device", "As new"),
  NULL,
};

static const char **
translate_list (FettleLanguage *language, const char *context, const char *const *words)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (texts, (gpointer) fettle_language_text_context (language, context, words[i]));
  g_ptr_array_add (texts, NULL);
  return (const char **) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

/* A category that is not of the standard gets the lists of "Misc". */
static guint
list_index (const char *category)
{
  int id = fettle_category_id (category);

  return (id != 0 ? id : fettle_category_id ("Misc")) - 1;
}

/**
 * fettle_words_common_faults:
 * @language: (nullable): %NULL is the user's
 * @category: (nullable): a category as files hold it
 *
 * Returns: (array zero-terminated) (transfer container): common faults of that category, the commonest first
 */
const char **
fettle_words_common_faults (FettleLanguage *language, const char *category)
{
  return translate_list (language, "fault", lists[list_index (category)].faults);
}

/**
 * fettle_words_common_accessories:
 * @language: (nullable): %NULL is the user's
 * @category: (nullable): a category as files hold it
 *
 * Returns: (array zero-terminated) (transfer container): what often comes with such a thing
 */
const char **
fettle_words_common_accessories (FettleLanguage *language, const char *category)
{
  return translate_list (language, "accessory", lists[list_index (category)].accessories);
}

/**
 * fettle_words_common_conditions:
 * @language: (nullable): %NULL is the user's
 *
 * Returns: (array zero-terminated) (transfer container): what the counter ticks about how the thing looks
 */
const char **
fettle_words_common_conditions (FettleLanguage *language)
{
  return translate_list (language, "condition of a device", conditions);
}
