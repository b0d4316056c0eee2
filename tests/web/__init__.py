"""The pages, asked by Flask's own client; the rules and the file behind them are the real ones."""
