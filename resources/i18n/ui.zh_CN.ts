<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Problems</name>
        <message>
            <source>A count cannot be below zero.</source>
            <translation>数量不能小于零。</translation>
        </message>
        <message>
            <source>Another console is using this data folder (process {pid} on {host}).</source>
            <translation>另一个值守台正在使用这个数据文件夹（{host} 上的进程 {pid}）。</translation>
        </message>
        <message>
            <source>Everything saved before is safe. Make room on the disk, then save again.</source>
            <translation>此前已存的内容都在。请清理磁盘后重新保存。</translation>
        </message>
        <message>
            <source>Not a time. Write 1510, 15:10, -20 (minutes ago) or 10-14 15:10.</source>
            <translation>认不出这个时间。可写 1510、15:10、-20（20 分钟前）或 10-14 15:10。</translation>
        </message>
        <message>
            <source>Nothing is lost. Choose another place and try again.</source>
            <translation>内容没有丢失。请换一个位置再试。</translation>
        </message>
        <message>
            <source>Nothing was changed. Check that it exists and that you may write to it.</source>
            <translation>没有改动任何内容。请确认文件夹存在并且可以写入。</translation>
        </message>
        <message>
            <source>Nothing was changed. Install the newer version, then open it again.</source>
            <translation>没有改动任何内容。请安装新版本后再打开。</translation>
        </message>
        <message>
            <source>Nothing was changed. Use that window, or close it and start again.</source>
            <translation>没有改动任何内容。请使用那个窗口，或关闭它后重新启动。</translation>
        </message>
        <message>
            <source>Only whole numbers go here.</source>
            <translation>这里只能填整数。</translation>
        </message>
        <message>
            <source>The data folder cannot be written, so this was not saved.</source>
            <translation>数据文件夹不能写入，这次没有保存。</translation>
        </message>
        <message>
            <source>The data folder {folder} cannot be used.</source>
            <translation>数据文件夹 {folder} 无法使用。</translation>
        </message>
        <message>
            <source>The database is busy with another program, so this was not saved.</source>
            <translation>数据库正被其他程序占用，这次没有保存。</translation>
        </message>
        <message>
            <source>The database is damaged and was not opened.</source>
            <translation>数据库已损坏，没有打开。</translation>
        </message>
        <message>
            <source>The disk is full, so this was not saved.</source>
            <translation>磁盘已满，这次没有保存。</translation>
        </message>
        <message>
            <source>The file was left as it is. Restore the last backup into a new folder.</source>
            <translation>文件保持原样。请把最近的备份恢复到新文件夹。</translation>
        </message>
        <message>
            <source>The file {path} could not be written.</source>
            <translation>文件 {path} 无法写入。</translation>
        </message>
        <message>
            <source>The printer does not answer.</source>
            <translation>打印机没有响应。</translation>
        </message>
        <message>
            <source>The sheet is saved. Check the printer and print again.</source>
            <translation>文稿已存好。请检查打印机后重新打印。</translation>
        </message>
        <message>
            <source>There is no such day or time.</source>
            <translation>没有这样的日期或时间。</translation>
        </message>
        <message>
            <source>This cannot be taken as it is ({code}).</source>
            <translation>这样填写不能接受（{code}）。</translation>
        </message>
        <message>
            <source>This data was written by a newer version of the console.</source>
            <translation>这些数据是由更新版本的值守台写入的。</translation>
        </message>
        <message>
            <source>This did not work ({code}). Nothing saved before is lost.</source>
            <translation>操作没有成功（{code}）。此前已存的内容都在。</translation>
        </message>
        <message>
            <source>This is needed.</source>
            <translation>此项必填。</translation>
        </message>
        <message>
            <source>This time has not come yet.</source>
            <translation>这个时间还没有到。</translation>
        </message>
        <message>
            <source>Too long: at most {limit} characters.</source>
            <translation>太长，最多 {limit} 个字。</translation>
        </message>
        <message>
            <source>What you typed is still here. Ask for write access, then save again.</source>
            <translation>填写的内容还在。请取得写入权限后重新保存。</translation>
        </message>
        <message>
            <source>What you typed is still here. Wait a moment and save again.</source>
            <translation>填写的内容还在。请稍候再保存。</translation>
        </message>
    </context>
</TS>
