"""Plots as SVG that reads on a light page and on a dark one: horizontal bars, with the span of the rounds."""

import html
import math

WIDTH, LABEL, ROW, BAR, TOP = 760, 230, 26, 15, 46
OURS, PEERS = "#2f6fde", "#9aa3af"


def bars(title, rows, logarithmic=False):
    """`rows`: name, value, and the least and the most of its rounds, or None. Ours stand out by their colour."""
    most = max(max(value, high or 0) for _, value, _, high in rows)
    least = min(min(value, low or value) for _, value, low, _ in rows)
    room = WIDTH - LABEL - 90
    floor = 10 ** math.floor(math.log10(least)) if logarithmic else 0

    def across(value):
        if logarithmic:
            return room * math.log10(max(value, floor) / floor) / math.log10(max(most / floor, 10))
        return room * value / most

    height = TOP + ROW * len(rows) + (26 if logarithmic else 8)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img">',
        f"<title>{html.escape(title)}</title>",
        '<style>text{font:13px system-ui,sans-serif;fill:#1f2937}.small{font-size:11px;fill:#6b7280}.head{font-weight:600}'
        ".grid{stroke:#d1d5db;stroke-width:1}.span{stroke:#111827;stroke-width:1.5}"
        "@media(prefers-color-scheme:dark){text{fill:#e5e7eb}.small{fill:#9ca3af}.grid{stroke:#374151}.span{stroke:#f9fafb}}</style>",
        f'<text class="head" x="8" y="22">{html.escape(title)}</text>']
    if logarithmic:
        bottom = TOP + ROW * len(rows)
        for power in range(round(math.log10(floor)), math.ceil(math.log10(most)) + 1):
            x = LABEL + across(10**power)
            if x <= WIDTH - 60:
                out.append(f'<line class="grid" x1="{x:.1f}" y1="{TOP - 6}" x2="{x:.1f}" y2="{bottom}"/>')
                out.append(f'<text class="small" x="{x:.1f}" y="{bottom + 16}" text-anchor="middle">{10**power:g}</text>')
    for index, (name, value, low, high) in enumerate(rows):
        y = TOP + ROW * index
        colour = OURS if name.startswith("accountd") or name[:1].isdigit() else PEERS
        out.append(f'<text x="{LABEL - 8}" y="{y + 12}" text-anchor="end">{html.escape(name)}</text>')
        out.append(f'<rect x="{LABEL}" y="{y}" width="{max(1, across(value)):.1f}" height="{BAR}" rx="2" fill="{colour}"/>')
        end = across(value)
        if low is not None and high is not None:
            middle = y + BAR / 2
            out.append(f'<line class="span" x1="{LABEL + across(low):.1f}" y1="{middle}" x2="{LABEL + across(high):.1f}" y2="{middle}"/>')
            end = max(end, across(high))
        out.append(f'<text x="{LABEL + end + 6:.1f}" y="{y + 12}">{number(value)}</text>')
    out.append("</svg>")
    return "\n".join(out) + "\n"


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
