import { describe, expect, it, vi } from "vitest";
import { keepLanguage, viewInLanguage } from "#app/language.ts";
import { loadMessages } from "#i18n/catalogs.ts";
import { chooseLanguage, DEFAULT_VIEW, replaceView } from "#state/view-store.ts";
import { createStores } from "../../helpers/stores.ts";

describe("the language that a page is opened in", () => {
  const linked = { ...DEFAULT_VIEW, language: "hr", isLanguageChosen: true } as const;

  it("is the link's before all others", () => {
    expect(viewInLanguage(linked, "de", ["it"])).toMatchObject({ language: "hr", isLanguageChosen: true });
  });

  it("is the one chosen here before the browser's, and goes into the link", () => {
    expect(viewInLanguage(DEFAULT_VIEW, "de", ["it"])).toMatchObject({ language: "de", isLanguageChosen: true });
  });

  it("is the first of the browser's that the page has, which the link leaves out", () => {
    const view = viewInLanguage(DEFAULT_VIEW, null, ["fr-CH", "SL-si", "de"]);
    expect(view).toMatchObject({ language: "sl", isLanguageChosen: false });
  });

  it("is English where nobody asks for one that the page has", () => {
    expect(viewInLanguage(DEFAULT_VIEW, "klingon", ["fr", "ja"])).toMatchObject({ language: "en" });
  });
});

describe("the words of the page", () => {
  const page = () => {
    const stores = createStores();
    const root = { lang: "" } as HTMLElement;
    return { stores, root, words: keepLanguage(stores, root) };
  };

  it("follow the language that is chosen, once they are loaded", async () => {
    const { stores, root, words } = page();
    await words.ready;
    expect(root.lang).toBe("en");
    const heard = vi.fn();
    words.onChange(heard);
    chooseLanguage(stores.view, "de");
    expect(root.lang).toBe("en");
    await vi.waitFor(() => {
      expect(root.lang).toBe("de");
    });
    expect(heard).toHaveBeenCalledOnce();
    expect(words.format.number(1234.5, 1)).toBe("1.234,5");
    expect(words.translate("shell.room.sites")).toBe("Standorte");
  });

  it("stay as they are when a view comes from outside", async () => {
    const { stores, words } = page();
    await words.ready;
    chooseLanguage(stores.view, "it");
    replaceView(stores.view, { ...DEFAULT_VIEW, room: "data", language: "hu", isLanguageChosen: true });
    expect(stores.view.getState()).toMatchObject({ room: "data", language: "it" });
  });

  it("are the last that were asked for, whichever come first", async () => {
    const { stores, root, words } = page();
    await words.ready;
    chooseLanguage(stores.view, "sl");
    chooseLanguage(stores.view, "hr");
    await Promise.all([loadMessages("sl", "page"), loadMessages("hr", "page")]);
    await vi.waitFor(() => {
      expect(root.lang).toBe("hr");
    });
    expect(words.now().language).toBe("hr");
  });
});
