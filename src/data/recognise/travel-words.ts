import type { WordList } from "./word-index.ts";

/** What people, services and programs call the ways to travel. */
export const PROFILE_WORDS: WordList = {
  car: [
    "car, auto, driving, drive, driving-car, driving-traffic, by car, motor car, vehicle",
    "Auto, mit dem Auto, Pkw, autó, autóval, z avtom, avto, automobil, automobilom, in auto, macchina",
  ],
  bicycle: [
    "bicycle, bike, cycling, cycling-regular, cycling-road, cycling-mountain, by bicycle, by bike",
    "Fahrrad, Rad, mit dem Rad, kerékpár, kerékpárral, kolo, s kolesom, bicikl, bicikom, bicicletta, in bicicletta",
  ],
  foot: [
    "foot, pedestrian, walking, walk, foot-walking, foot-hiking, on foot",
    "zu Fuß, Fußgänger, gyalog, gyalogosan, peš, pješice, a piedi",
  ],
};
