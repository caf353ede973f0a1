"""Who was there: sign-in 签到, off-post 离岗."""
