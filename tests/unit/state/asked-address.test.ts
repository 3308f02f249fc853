import { expect, it } from "vitest";
import { findAskFault } from "#state/asked-address.ts";

it.each([
  ["https://t.example/{z}/{x}/{y}?k=a@b", null],
  ["HTTPS://t.example", null],
  ["http://t.example", "not-secure"],
  ["http://127.0.0.1:8080/a", null],
  ["https://me@t.example", "credentials"],
  ["https://:secret@t.example", "credentials"],
  ["https://{s}.t.example/", "host"],
  ["https://t.example:{port}/", "no-address"],
  ["ftp://t.example", "no-address"],
  ["t.example", "no-address"],
] as const)("%s: %s", (address, fault) => {
  expect(findAskFault(address, true)).toBe(fault);
  expect(findAskFault(address, false)).toBe(fault === "not-secure" ? null : fault);
});
