enum PageStyle {
    static let css = """
        :root{color-scheme:light dark;--ink:#17202b;--soft:#5b6776;--line:#e3e7ec;--card:#fff;--page:#f5f7f9;
        --a:#1769c4;--b:#2a9d77;--c:#c77d0a;--d:#c9344a}
        @media(prefers-color-scheme:dark){:root{--ink:#e6ebf1;--soft:#98a5b3;--line:#2b343f;--card:#171e26;--page:#0f141a;
        --a:#5aa7ff;--b:#4fd1a5;--c:#f0b14a;--d:#ff6f82}}
        *{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
        main{max-width:980px;margin:0 auto;padding:32px 20px 48px;display:grid;gap:20px;grid-template-columns:minmax(0,1fr)}
        h1{margin:0;font-size:26px;line-height:1.2}h2{margin:0 0 10px;font-size:16px}.sub,footer{margin:4px 0 0;color:var(--soft);font-size:13px}
        section:not(.tiles),figure{margin:0;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px 18px}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(128px,1fr));gap:10px}
        .tile{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:12px 14px}
        .tile span{display:block;color:var(--soft);font-size:12px}.tile b{font-size:20px;font-weight:600;white-space:nowrap}
        .warn{margin:0;padding:12px 16px;border-radius:10px;border:1px solid var(--c);background:color-mix(in srgb,var(--c) 12%,var(--card))}
        .slo{list-style:none;margin:0;padding:0;display:grid;gap:6px}.slo b{display:inline-block;min-width:64px}
        .kept b,.better{color:var(--b)}.missed b,.worse{color:var(--d)}
        figcaption{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 16px;font-weight:600;font-size:14px;margin-bottom:6px}
        .legend{font-weight:400;color:var(--soft);font-size:12px;display:flex;flex-wrap:wrap;gap:2px 14px}
        .key i{display:inline-block;width:14px;height:3px;border-radius:2px;margin-right:5px;vertical-align:middle;background:currentColor}
        i.a{color:var(--a)}i.b{color:var(--b)}i.c{color:var(--c)}i.d{color:var(--d)}i.faint{opacity:.4}
        svg{display:block;width:100%;min-width:520px;height:auto}.grid{stroke:var(--line)}.tick{fill:var(--soft);font-size:11px}
        .line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}.line.faint{stroke-width:1.5;stroke-dasharray:5 4;opacity:.55}
        path.a{stroke:var(--a)}path.b{stroke:var(--b)}path.c{stroke:var(--c)}path.d{stroke:var(--d)}
        .bar{fill:var(--a)}.bar.faint{fill:none;stroke:var(--soft);stroke-opacity:.6}.mark{stroke:var(--d);stroke-dasharray:3 3}.marklabel{fill:var(--d);font-size:11px}
        .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:13px}
        th,td{padding:5px 10px;text-align:right;border-bottom:1px solid var(--line);white-space:nowrap}
        tr>:first-child{text-align:left;padding-left:0;font-weight:500}thead th{color:var(--soft);font-weight:500}
        tbody tr:last-child>*{border-bottom:0}.text{text-align:left;white-space:normal;min-width:220px}
        @media(max-width:560px){main{padding:20px 12px 32px}section:not(.tiles),figure{padding:14px 12px}th,td{padding:5px 0 5px 10px;font-size:12px}}
        """
}
