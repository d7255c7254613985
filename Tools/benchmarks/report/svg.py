"""Plots as SVG that reads on a light page and on a dark one: horizontal bars from zero, with the span of the rounds."""

import html

WIDTH, LABEL, ROW, BAR, TOP = 760, 260, 26, 15, 46
OURS, PEERS = "#2f6fde", "#9aa3af"


def bars(title, rows):
    """`rows`: name, value, and the least and the most of its rounds, or None. Ours stand out by their colour."""
    most = max(max(value, high or 0) for _, value, _, high in rows)

    def across(value):
        return (WIDTH - LABEL - 90) * value / most

    height = TOP + ROW * len(rows) + 8
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img">',
        f"<title>{html.escape(title)}</title>",
        '<style>text{font:13px system-ui,sans-serif;fill:#1f2937}.head{font-weight:600}.span{stroke:#111827;stroke-width:1.5}'
        "@media(prefers-color-scheme:dark){text{fill:#e5e7eb}.span{stroke:#f9fafb}}</style>",
        f'<text class="head" x="8" y="22">{html.escape(title)}</text>']
    for index, (name, value, low, high) in enumerate(rows):
        y, end = TOP + ROW * index, across(value)
        colour = OURS if name.startswith("accountd") or name[:1].isdigit() else PEERS
        out.append(f'<text x="{LABEL - 8}" y="{y + 12}" text-anchor="end">{html.escape(name)}</text>')
        out.append(f'<rect x="{LABEL}" y="{y}" width="{max(1, end):.1f}" height="{BAR}" rx="2" fill="{colour}"/>')
        if low is not None and high is not None:
            middle = y + BAR / 2
            out.append(f'<line class="span" x1="{LABEL + across(low):.1f}" y1="{middle}" x2="{LABEL + across(high):.1f}" y2="{middle}"/>')
            end = max(end, across(high))
        out.append(f'<text x="{LABEL + end + 6:.1f}" y="{y + 12}">{number(value)}</text>')
    out.append("</svg>")
    return "\n".join(out) + "\n"


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
