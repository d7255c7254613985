"""A customer's life on the Settings page of `rpcctl ui`, from sign-up to deletion, by clicking in headless Chromium.

Usage: settings_page.py PAGE-URL MAIL-FOLDER [SCREENSHOT-FOLDER]
       settings_page.py PAGE-URL --prove COOKIE PASSWORD    a session whose proof is old: a change asks for it again
Mails are read from the folder; their links must lead to the page. Every wait ends after 60 s.
"""
import base64, email, email.policy, glob, hashlib, hmac, json, os, re, struct, sys, tempfile, time

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

page, mails = sys.argv[1].rstrip("/"), sys.argv[2]
proof = sys.argv[3:5] if mails == "--prove" else None
shots = sys.argv[3] if len(sys.argv) > 3 and not proof else None
PATIENCE_S = 60
ADDRESS, NEXT_ADDRESS = "robin.rowan@example.org", "robin@example.net"
PASSWORD, MIDDLE_PASSWORD, NEXT_PASSWORD = "violet-harbour-seventeen", "copper-tulip-window-nine", "lantern-orbit-meadow-eleven"


def browser():
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--window-size=1280,900",
                 "--disable-background-networking", "--disable-component-update", "--no-first-run", "--lang=en-US",
                 "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    driver.set_page_load_timeout(PATIENCE_S)
    return driver


driver = browser()


def until(what, condition):
    def tried(_):
        try:
            return condition()
        except StaleElementReferenceException:
            return False
    return WebDriverWait(driver, PATIENCE_S, poll_frequency=0.1).until(tried, what)


def one(css):
    return until(f"{css} is not shown", lambda: next((e for e in driver.find_elements(By.CSS_SELECTOR, css) if e.is_displayed()), None))


def gone(css):
    until(f"{css} is still shown", lambda: not any(e.is_displayed() for e in driver.find_elements(By.CSS_SELECTOR, css)))


def text(css, wanted):
    until(f"{css} does not say “{wanted}”", lambda: wanted in one(css).text)


def click(css):
    """Once it can be: what is drawn anew meanwhile is looked for again."""
    def clicked():
        element = one(css)
        if not element.is_enabled():
            return False
        driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        element.click()
        return True
    until(f"{css} stays disabled", clicked)


def fill(css, value):
    def filled():
        element = one(css)
        element.clear()
        element.send_keys(value)
        return True
    until(f"{css} can't be filled", filled)


def shot(name, whole=True):
    if not shots:
        return
    for width in (1280, 390):
        for scheme in ("light", "dark"):
            driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
            driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500})
            image = driver.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": whole})
            with open(os.path.join(shots, f"{name}-{width}-{scheme}.png"), "wb") as file:
                file.write(base64.b64decode(image["data"]))
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def narrow_fits(name):
    """At 390 px nothing is wider than the window."""
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True})
    width = driver.execute_script("return document.documentElement.scrollWidth")
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert width <= 390, f"{name} is {width} px wide at 390"


used = set()


def link(path):
    """The link to the path in the newest mail that none was taken from."""
    def found():
        for name in sorted(glob.glob(mails + "/*.eml"), reverse=True):
            if name in used:
                continue
            with open(name, "rb") as file:
                mail = email.message_from_binary_file(file, policy=email.policy.default)
            match = re.search(re.escape(page) + path + r"[#?]token=[A-Za-z0-9_-]+", mail.get_body(("plain",)).get_content())
            if match:
                used.add(name)
                return match.group(0)
    return until(f"no mail leads to {path}", found)


def code(secret, besides=()):
    """An authenticator's code, other than those used: each is good once."""
    def fresh():
        key = base64.b32decode(secret.upper() + "=" * (-len(secret) % 8))
        digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
        at = digest[-1] & 15
        now = str((struct.unpack(">I", digest[at:at + 4])[0] & 0x7FFFFFFF) % 10**6).zfill(6)
        return now if now not in besides else None
    return until("the code does not change", fresh)


def accessible(name):
    """Every shown field has a label and every button a name; no id comes twice."""
    wrong = driver.execute_script("""
        const shown = (e) => e.offsetParent !== null, wrong = [];
        for (const e of document.querySelectorAll('input, select'))
          if (shown(e) && !e.labels.length && !e.getAttribute('aria-label')) wrong.push('no label: ' + e.id);
        for (const e of document.querySelectorAll('button, a'))
          if (shown(e) && !e.textContent.trim() && !e.getAttribute('aria-label')) wrong.push('no name: ' + e.outerHTML);
        const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
        for (const id of new Set(ids)) if (ids.filter((i) => i === id).length > 1) wrong.push('twice: ' + id);
        return wrong;""")
    assert not wrong, f"{name}: {wrong}"


def sign_up():
    driver.get(page + "/")
    one("#view-sign-in")
    shot("sign-in")
    accessible("sign-in")
    narrow_fits("sign-in")
    click("#view-sign-in a[href='/sign-up']")
    # A refused field says so beside it, and has the focus.
    fill("#su-name", "Robin Rowan")
    fill("#su-email", ADDRESS)
    fill("#su-password", "short")
    click("#view-sign-up [type=submit]")
    text("#su-password-error", "15")
    assert driver.switch_to.active_element.get_attribute("id") == "su-password"
    assert one("#su-password").get_attribute("aria-invalid") == "true"
    shot("sign-up-refused")
    fill("#su-password", PASSWORD)
    one("#su-password").send_keys(Keys.ENTER)
    text("#message-title", "Check your mail")
    shot("check-mail")
    driver.get(link("/verify-email"))
    assert driver.execute_script("return location.hash") == "", "the token stays in the address bar"
    click("#confirm-button")
    text("#message-text", ADDRESS)
    # The link works once.
    click("#message-link")
    one("#view-sign-in")


def sign_in(password, address=ADDRESS):
    fill("#si-email", address)
    fill("#si-password", "not-the-password-at-all")
    click("#view-sign-in [type=submit]")
    text("#view-sign-in .form-error", "isn’t right")
    fill("#si-password", password)
    click("#view-sign-in [type=submit]")


def hidden_from_scripts():
    one("#view-settings")
    names = [cookie["name"] for cookie in driver.execute_cdp_cmd("Network.getAllCookies", {})["cookies"] if cookie["name"].startswith("accountd_session")]
    assert len(names) == 1, names
    assert "accountd" not in driver.execute_script("return document.cookie"), "a script reads the session"
    stored = driver.execute_script("return JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
    assert stored == "{}{}", stored


def profile():
    text("#pr-email", ADDRESS)
    text("#pr-verified", "Verified")
    text("#live", "Live")
    accessible("settings")
    narrow_fits("settings")
    shot("settings")
    fill("#pr-name", "Robin R. Rowan")
    fill("#pr-zone", "Nowhere/Land")
    click("#profile [type=submit]")
    one("#pr-zone-error")
    fill("#pr-zone", "America/New_York")
    click("#profile [type=submit]")
    gone("#pr-zone-error")
    until("the time is not New York's", lambda: re.search(r"E[DS]T", one("#pr-created").text))
    # Live: the row comes by the stream, or by the list that is read anew.
    one("#activities li[data-kind='profile.updated']")
    driver.refresh()
    until("the name was not kept", lambda: one("#pr-name").get_attribute("value") == "Robin R. Rowan")
    text("#live", "Live")


def new_address():
    """The proof that the change asks for has been given a moment ago, by signing in."""
    click("#change-email")
    fill("dialog input", "no address")
    click("dialog [type=submit]")
    one("dialog .error")
    fill("dialog input", NEXT_ADDRESS)
    shot("change-email", whole=False)
    click("dialog [type=submit]")
    text("#pr-pending", NEXT_ADDRESS)
    driver.get(link("/verify-email"))
    click("#confirm-button")
    text("#message-text", NEXT_ADDRESS)
    click("#message-link")
    text("#pr-email", NEXT_ADDRESS)


def new_password():
    click("#change-password")
    one("#toast")
    driver.get(link("/reset-password"))
    fill("#re-password", "password")
    click("#view-reset [type=submit]")
    one("#re-password-error")
    fill("#re-password", MIDDLE_PASSWORD)
    click("#view-reset [type=submit]")
    text("#message-title", "Password set")
    driver.get(page + "/")
    # The old session goes on, as nobody asked otherwise.
    one("#view-settings")
    click("#sign-out")
    one("#view-sign-in")
    sign_in(MIDDLE_PASSWORD, NEXT_ADDRESS)
    one("#view-settings")


def forgotten_password():
    click("#sign-out")
    click("#view-sign-in a[href='/forgot-password']")
    fill("#fo-email", NEXT_ADDRESS)
    click("#view-forgot [type=submit]")
    text("#message-title", "Check your mail")
    driver.get(link("/reset-password"))
    fill("#re-password", NEXT_PASSWORD)
    click("#view-reset [type=submit]")
    text("#message-title", "Password set")
    driver.get(page + "/")
    one("#view-sign-in")


def focus():
    return driver.switch_to.active_element


def tab_to(id, most=60):
    """By the tab key alone; whatever it stops at shows that it does."""
    for _ in range(most):
        if focus().get_attribute("id") == id:
            return focus()
        focus().send_keys(Keys.TAB)
        shown = driver.execute_script("""
            const e = document.activeElement, style = getComputedStyle(e);
            return e === document.body || style.outlineStyle !== 'none' || style.boxShadow !== 'none';""")
        assert shown, f"the focus does not show on {focus().get_attribute('outerHTML')}"
    raise AssertionError(f"{id} is not among {most} stops of the tab key")


def by_keyboard():
    """Signs in, changes the name, and opens and leaves a dialog."""
    tab_to("si-email").send_keys(NEXT_ADDRESS)
    tab_to("si-password").send_keys(NEXT_PASSWORD, Keys.ENTER)
    one("#view-settings")
    text("#live", "Live")
    name = tab_to("pr-name")
    name.send_keys(Keys.CONTROL, "a")
    name.send_keys(Keys.NULL, "Robin the Third", Keys.ENTER)
    one("#activities li:first-child[data-kind='profile.updated']")
    tab_to("change-email").send_keys(Keys.ENTER)
    one("dialog input")
    for _ in range(8):
        focus().send_keys(Keys.TAB)
        assert driver.execute_script("const e = document.activeElement; return e === document.body || Boolean(e.closest('dialog'))"), "the focus leaves the dialog"
    one("dialog input").send_keys(Keys.ESCAPE)
    gone("dialog")
    assert focus().get_attribute("id") == "change-email", "the focus is not where it came from"


def two_factor():
    click("#enable-totp")
    one("#qr")
    assert driver.execute_script("const i = document.getElementById('qr'); return i.decode().then(() => i.naturalWidth)") > 0, "the QR code is no image"
    secret = one("#secret").get_attribute("value")
    shot("enrol")
    fill("#en-code", "000000")
    click("#enrol [type=submit]")
    one("#enrol .error, #enrol .form-error")
    first = code(secret)
    fill("#en-code", first)
    click("#enrol [type=submit]")
    one("#codes-list li")
    codes = [item.text for item in driver.find_elements(By.CSS_SELECTOR, "#codes-list li")]
    assert len(codes) == 10, codes
    shot("recovery-codes")
    narrow_fits("recovery codes")
    click("#codes-done")
    gone("#codes")
    text("#se-two-factor", "On since")
    click("#sign-out")
    sign_in(NEXT_PASSWORD, NEXT_ADDRESS)
    one("#view-code")
    shot("code")
    fill("#co-code", "000000")
    click("#view-code [type=submit]")
    one("#view-code .error, #view-code .form-error")
    fill("#co-code", codes[0])
    click("#view-code [type=submit]")
    text("#se-codes", "9 recovery codes left")
    return codes[1:]


def keys_and_notifications():
    fill("#key-name", "Nightly crawl")
    click("#keys form [type=submit]")
    until("no secret is shown", lambda: len(one("#new-key-secret").get_attribute("value")) > 20)
    first = one("#new-key-secret").get_attribute("value")
    text("#api-keys", "Nightly crawl")
    shot("key")
    click("#new-key button.primary")
    gone("#new-key")
    assert driver.find_element(By.ID, "new-key-secret").get_attribute("value") == "", "the secret is still there"
    click("#api-keys button[aria-label^='New secret']")
    shot("rotate", whole=False)
    click("dialog [type=submit]")
    until("no other secret is shown", lambda: one("#new-key-secret").get_attribute("value") not in ("", first))
    text("#api-keys", "Its old secret works until")
    click("#new-key button.primary")
    click("#api-keys button.danger-quiet")
    shot("revoke", whole=False)
    click("dialog button.danger")
    text("#api-keys", "No keys yet")
    click("#category-product_updates")
    until("the switch did not turn", lambda: not one("#category-product_updates").is_selected())
    text("#toast", "Saved")
    assert not one("#category-password_reset").is_enabled(), "a mandatory category can be turned off"


def webhooks():
    fill("#endpoint-url", "http://hooks.example.com/plain")
    click("#webhooks form [type=submit]")
    one("#endpoint-url-error, #webhooks .form-error")
    fill("#endpoint-url", "https://hooks.example.com/accountd")
    fill("#endpoint-description", "Build server")
    fill("#endpoint-types", "browser.session.ended, recording.ready")
    click("#webhooks form [type=submit]")
    until("no secret is shown", lambda: one("#new-endpoint-secret").get_attribute("value").startswith("whsec_"))
    text("#endpoints", "https://hooks.example.com/accountd")
    accessible("webhooks")
    narrow_fits("webhooks")
    shot("webhook")
    click("#new-endpoint button.primary")
    gone("#new-endpoint")
    click("#endpoints summary")
    text("#endpoints ol", "Nothing was delivered yet.")
    click("#endpoints button.danger-quiet")
    click("dialog button.danger")
    text("#endpoints", "No webhooks yet")


def own_data():
    folder = tempfile.mkdtemp()
    driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": folder})
    click("#export")
    file = os.path.join(folder, "account-data.json")
    until("no file comes", lambda: os.path.exists(file))
    with open(file, encoding="utf-8") as data:
        held = json.load(data)
    assert NEXT_ADDRESS in json.dumps(held), "the address is not in the file"


def other_sign_in(recovery):
    """A second browser signs in: it shows without anything being asked, and is signed out from here."""
    global driver
    here = driver
    driver = browser()
    try:
        driver.get(page + "/")
        sign_in(NEXT_PASSWORD, NEXT_ADDRESS)
        one("#view-code")
        fill("#co-code", recovery)
        click("#view-code [type=submit]")
        one("#view-settings")
        there, driver = driver, here
        one("#sessions button")
        shot("sign-ins")
        click("#sessions button")
        gone("#sessions button")
        driver = there
        # Its stream ends with its session, and the page says so.
        one("#view-sign-in")
    finally:
        (driver if driver is not here else there).quit()
        driver = here


def delete():
    click("#delete")
    fill("dialog input", "somebody@example.org")
    click("dialog button.danger")
    one("dialog .error, dialog .form-error")
    shot("delete-refused", whole=False)
    fill("dialog input", NEXT_ADDRESS)
    click("dialog button.danger")
    until("no receipt is shown", lambda: len(one("#receipt").get_attribute("value")) > 20)
    shot("deleted")
    narrow_fits("deleted")
    receipt = one("#receipt").get_attribute("value")
    driver.get(page + "/")
    click("#lookup")
    fill("dialog input", receipt)
    click("dialog [type=submit]")
    text("#deletion-facts", "acc_")
    driver.get(page + "/")
    one("#view-sign-in")
    fill("#si-email", NEXT_ADDRESS)
    fill("#si-password", NEXT_PASSWORD)
    click("#view-sign-in [type=submit]")
    one("#view-sign-in .form-error")


def prove(cookie, password):
    name, value = cookie.split("=", 1)
    driver.get(page + "/sign-in")
    driver.execute_cdp_cmd("Network.setCookie", {"name": name, "value": value, "url": page + "/api/", "path": "/api", "httpOnly": True, "sameSite": "Strict"})
    driver.get(page + "/")
    # Given up, nothing changes, and the button can be pressed again.
    click("#enable-totp")
    one("dialog input")
    shot("step-up", whole=False)
    driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    gone("dialog")
    assert not driver.find_element(By.ID, "enrol").is_displayed()
    click("#enable-totp")
    fill("dialog input", "not-the-password-at-all")
    click("dialog [type=submit]")
    one("dialog .form-error")
    fill("dialog input", password)
    click("dialog [type=submit]")
    one("#qr")
    # The token that the proof brought is the one that goes on.
    driver.refresh()
    one("#view-settings")


def nothing_was_blocked():
    wrong = [entry["message"] for entry in driver.get_log("browser")
             if "Content Security Policy" in entry["message"] or "TrustedHTML" in entry["message"] or "Uncaught" in entry["message"]]
    assert not wrong, wrong


def life():
    sign_up()
    sign_in(PASSWORD)
    hidden_from_scripts()
    profile()
    new_address()
    new_password()
    forgotten_password()
    by_keyboard()
    recovery_codes = two_factor()
    other_sign_in(recovery_codes[0])
    keys_and_notifications()
    webhooks()
    own_data()
    delete()


try:
    if proof:
        prove(*proof)
    else:
        life()
    nothing_was_blocked()
    print("settings page: ok")
except BaseException:
    if shots:
        driver.save_screenshot(os.path.join(shots, "failure.png"))
    print("at", driver.current_url, [entry["message"] for entry in driver.get_log("browser")][-5:], file=sys.stderr)
    raise
finally:
    driver.quit()
